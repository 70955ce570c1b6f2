package dev.svar.category.learn;

/**
 * How a model did about training texts that were held out.
 *
 * @param asked how many texts; 0 if there were too few to hold some out
 * @param accuracy the share of them whose category it had right, 0 to 1
 * @param confidence how sure it was in the mean, 0 to 1; near the accuracy if its probabilities mean something
 */
public record ModelQuality(int asked, double accuracy, double confidence) {}

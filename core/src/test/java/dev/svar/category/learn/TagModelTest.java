package dev.svar.category.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.svar.category.CategoryQuestion;
import dev.svar.category.LikelyTag;
import dev.svar.error.InvalidValueException;
import dev.svar.ticket.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Several tags of one text, each for itself. */
final class TagModelTest {
    private static final long SEED = 20261126;
    private static final List<Tag> TAGS = List.of(new Tag("mobile"), new Tag("angry"), new Tag("invoice"));
    private static final String[][] WORDS = {
        {"iphone", "android", "phone", "tablet", "app"},
        {"terrible", "ridiculous", "unacceptable", "worst", "awful"},
        {"invoice", "receipt", "bill", "vat", "payment"}
    };
    private static final String[] OTHER = {"hello", "please", "when", "order", "page", "thanks", "open", "today"};

    private final Random random = new Random(SEED);

    private TagExample example() {
        Set<Tag> tags = new TreeSet<>();
        StringBuilder text = new StringBuilder();
        for (int k = 0; k < 3; k++) {
            if (random.nextInt(3) == 0) {
                tags.add(TAGS.get(k));
                text.append(WORDS[k][random.nextInt(5)]).append(' ');
            }
            text.append(OTHER[random.nextInt(8)])
                    .append(' ')
                    .append(OTHER[random.nextInt(8)])
                    .append(' ');
        }
        return new TagExample(CategoryQuestion.of(text.toString()), tags);
    }

    private List<TagExample> examples(int count) {
        List<TagExample> examples = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            examples.add(example());
        }
        return examples;
    }

    private static List<Tag> tags(TagModel model, String text) {
        return model.tags(CategoryQuestion.of(text)).stream()
                .map(LikelyTag::tag)
                .toList();
    }

    @Test
    void a_text_gets_all_tags_that_fit_and_none_if_none_fits() {
        TagModel model = new TagTrainer().train(examples(300));

        assertThat(tags(model, "hello, the terrible android order page"))
                .containsExactlyInAnyOrder(TAGS.get(0), TAGS.get(1));
        assertThat(tags(model, "please open the order today")).isEmpty();
        assertThat(tags(model, "zxqj vkwp 7731")).isEmpty();
        assertThat(tags(model, "")).isEmpty();
        assertThat(model.known()).containsExactly(new Tag("angry"), new Tag("invoice"), new Tag("mobile"));
    }

    @Test
    void tags_of_texts_that_it_never_saw_are_right_as_often_as_their_probabilities_say() {
        TagModel model = new TagTrainer().train(examples(400));
        int given = 0;
        int right = 0;
        int own = 0;
        double promised = 0;
        for (TagExample asked : examples(400)) {
            own += asked.tags().size();
            for (LikelyTag likely : model.tags(asked.question())) {
                assertThat(likely.probability()).isGreaterThanOrEqualTo(model.threshold(likely.tag()));
                given++;
                promised += likely.probability();
                right += asked.tags().contains(likely.tag()) ? 1 : 0;
            }
        }
        assertThat(2.0 * right / (given + own)).as("F1, seed %d", SEED).isGreaterThan(0.95);
        assertThat(Math.abs(promised - right) / given)
                .as("calibration, seed %d", SEED)
                .isLessThan(0.05);
    }

    @Test
    void what_was_saved_and_loaded_answers_as_before_and_the_same_examples_give_the_same_bytes() {
        List<TagExample> examples = examples(200);
        byte[] bytes = new TagTrainer().train(examples).toBytes();
        TagModel loaded = TagModel.fromBytes(bytes);

        assertThat(loaded.toBytes())
                .isEqualTo(bytes)
                .isEqualTo(new TagTrainer().train(examples).toBytes());
        examples(50)
                .forEach(e -> assertThat(loaded.tags(e.question()))
                        .isEqualTo(TagModel.fromBytes(bytes).tags(e.question())));
        assertThatThrownBy(() -> CategoryModel.fromBytes(bytes)).isInstanceOf(ModelUnreadableException.class);
        bytes[bytes.length / 2] ^= 4;
        assertThatThrownBy(() -> TagModel.fromBytes(bytes)).isInstanceOf(ModelUnreadableException.class);
    }

    @Test
    void few_examples_and_odd_ones_are_no_error() {
        assertThatThrownBy(() -> new TagTrainer().train(List.of())).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> new TagTrainer(1.5, 1)).isInstanceOf(InvalidValueException.class);
        TagExample rare = new TagExample(CategoryQuestion.of("a rare thing"), Set.of(new Tag("rare")));
        TagModel nothing = new TagTrainer().train(List.of(rare, rare));
        assertThat(nothing.known()).isEmpty();
        assertThat(tags(nothing, "a rare thing")).isEmpty();
        assertThat(TagModel.fromBytes(nothing.toBytes()).known()).isEmpty();

        TagModel always = new TagTrainer().train(List.of(rare, rare, rare, rare));
        assertThat(always.known()).containsExactly(new Tag("rare"));
        TagExample huge = new TagExample(CategoryQuestion.of("word ".repeat(200_000)), Set.of(new Tag("huge")));
        assertThat(new TagTrainer().train(List.of(huge, huge, huge, rare)).known())
                .containsExactly(new Tag("huge"));
    }
}

package dev.svar.category.learn;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.svar.category.Categorizer;
import dev.svar.category.CategoryAnswer;
import dev.svar.category.CategoryQuestion;
import dev.svar.category.RankedCategory;
import dev.svar.category.RuleCategorizer;
import dev.svar.category.learn.ModelUnreadableException.Reason;
import dev.svar.contact.Channel;
import dev.svar.error.InvalidValueException;
import dev.svar.ticket.Audience;
import dev.svar.ticket.ContextFact;
import dev.svar.ticket.FieldValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class CategoryModelTest {
    private static final List<CategoryExample> EXAMPLES = new Tickets(1).examples(60);
    private static final CategoryModel MODEL = new CategoryTrainer().train(EXAMPLES);

    private static List<CategoryQuestion> questions(long seed) {
        Tickets tickets = new Tickets(seed);
        return IntStream.range(0, 200)
                .mapToObj(i -> tickets.text(Tickets.categories().get(i % 5)))
                .map(CategoryQuestion::of)
                .toList();
    }

    private static Optional<String> category(Categorizer categorizer, String text) {
        return categorizer.categorize(CategoryQuestion.of(text)).category();
    }

    @Test
    void most_tickets_that_it_never_saw_get_their_category() {
        List<CategoryQuestion> questions = questions(2);
        long right = IntStream.range(0, questions.size())
                .filter(i -> MODEL.categorize(questions.get(i))
                        .category()
                        .equals(Optional.of(Tickets.categories().get(i % 5))))
                .count();

        assertThat(right).as("right of 200").isGreaterThan(190);
        assertThat(MODEL.quality().accuracy()).isGreaterThan(0.95);
    }

    @Test
    void a_category_of_five_examples_among_hundreds_is_found_and_the_others_stay_right() {
        List<CategoryExample> others = new Tickets(1).examples(60, "delivery");
        List<CategoryExample> all = new ArrayList<>(others);
        Tickets few = new Tickets(10);
        for (int i = 0; i < 5; i++) {
            all.add(few.example("new" + i, "delivery", Tickets.BOB));
        }
        CategoryModel without = new CategoryTrainer().train(others);
        CategoryModel with = new CategoryTrainer().train(all);

        List<CategoryExample> ofNew = new Tickets(4).examples(80, "payment", "login", "refund", "app");
        assertThat(right(with, ofNew)).as("right of 80").isGreaterThan(72);
        List<CategoryExample> ofOthers = new Tickets(2).examples(50, "delivery");
        assertThat(right(with, ofOthers)).as("right of 200").isGreaterThanOrEqualTo(right(without, ofOthers) - 1);
    }

    private static long right(CategoryModel model, List<CategoryExample> examples) {
        return examples.stream()
                .filter(e -> model.rank(e.question(), 1).get(0).category().equals(e.category()))
                .count();
    }

    @Test
    void what_it_may_be_is_ranked_by_probabilities_that_add_up_to_one_at_most() {
        for (CategoryQuestion question : questions(3)) {
            List<RankedCategory> ranked = MODEL.rank(question, 10);
            assertThat(ranked)
                    .hasSize(5)
                    .isSortedAccordingTo((a, b) -> Double.compare(b.probability(), a.probability()));
            assertThat(ranked.stream().mapToDouble(RankedCategory::probability).sum())
                    .isBetween(0.5, 1.001);
        }
    }

    @Test
    void the_words_that_counted_are_the_reasons() {
        CategoryAnswer answer = MODEL.categorize(
                new CategoryQuestion("Password", "please help, locked again", Channel.MAIL, Optional.empty()));

        assertThat(answer.category()).contains("login");
        assertThat(answer.reasons().subList(0, 2)).containsExactlyInAnyOrder("subject: password", "text: locked");
    }

    @Test
    void an_ending_and_a_typing_error_are_forgiven() {
        assertThat(MODEL.rank(CategoryQuestion.of("passwords lokced"), 1).get(0).category())
                .isEqualTo("login");
    }

    @Test
    void what_the_host_knows_counts_where_words_do_not() {
        Random random = new Random(4);
        List<CategoryExample> examples = new ArrayList<>();
        for (int i = 0; i < 80; i++) {
            String plan = i % 2 == 0 ? "free" : "pro";
            examples.add(new CategoryExample(
                    "t" + i, fact(plan, "it does not work " + random.nextInt(9)), plan + " users", Tickets.ADA));
        }
        CategoryModel model = new CategoryTrainer().train(examples);

        assertThat(model.categorize(fact("pro", "it does not work")).category()).contains("pro users");
        assertThat(model.categorize(fact("free", "it does not work")).category())
                .contains("free users");
        assertThat(model.categorize(fact("pro", "it does not work")).reasons()).contains("fact plan: pro");
    }

    private static CategoryQuestion fact(String plan, String text) {
        ContextFact fact = new ContextFact("plan", FieldValue.choice(plan), Audience.INTERNAL);
        return new CategoryQuestion(
                "", text, Channel.MAIL, Optional.empty(), Optional.of("example.com"), List.of(fact));
    }

    @Test
    void the_same_examples_give_the_same_bytes_and_another_order_or_seed_the_same_answers_nearly_always() {
        byte[] again = new CategoryTrainer().train(List.copyOf(EXAMPLES)).toBytes();
        assertThat(again).isEqualTo(MODEL.toBytes());

        CategoryModel other = new CategoryTrainer(CategoryTrainer.DEFAULT_THRESHOLD, 99).train(EXAMPLES);
        long same = questions(5).stream()
                .filter(q -> other.rank(q, 1)
                        .get(0)
                        .category()
                        .equals(MODEL.rank(q, 1).get(0).category()))
                .count();
        assertThat(same).isGreaterThan(195);
    }

    @Test
    void a_model_that_was_saved_and_loaded_answers_as_before() {
        CategoryModel loaded = CategoryModel.fromBytes(MODEL.toBytes());

        for (CategoryQuestion question : questions(6)) {
            assertThat(loaded.categorize(question)).isEqualTo(MODEL.categorize(question));
        }
        assertThat(loaded.toBytes()).isEqualTo(MODEL.toBytes());
        assertThat(loaded.quality()).isEqualTo(MODEL.quality());
    }

    @Test
    void damage_anywhere_is_noticed() {
        byte[] bytes = MODEL.toBytes();
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 500; i++) {
            byte[] damaged = bytes.clone();
            damaged[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            assertUnreadable(damaged, seed);
            assertUnreadable(Arrays.copyOf(bytes, random.nextInt(bytes.length)), seed);
        }
        assertUnreadable(new byte[0], seed);
        assertUnreadable(Arrays.copyOf(bytes, bytes.length + 1), seed);
    }

    private static void assertUnreadable(byte[] bytes, long seed) {
        assertThatThrownBy(() -> CategoryModel.fromBytes(bytes))
                .as("seed %d", seed)
                .isInstanceOf(ModelUnreadableException.class);
    }

    @Test
    void what_a_newer_version_adds_is_skipped_and_what_it_changes_is_said() {
        byte[] bytes = MODEL.toBytes();
        Map<Integer, byte[]> sections = ModelBytes.read(bytes);
        sections.put(77, new byte[] {1, 2, 3});
        assertThat(CategoryModel.fromBytes(ModelBytes.write(sections)).categories())
                .isEqualTo(Tickets.categories());

        assertThatThrownBy(() -> CategoryModel.fromBytes(ModelBytes.write(sections, ModelBytes.VERSION + 1)))
                .isInstanceOfSatisfying(
                        ModelUnreadableException.class,
                        e -> assertThat(e.reason()).isEqualTo(Reason.NEWER));
        sections.remove(2);
        assertThatThrownBy(() -> CategoryModel.fromBytes(ModelBytes.write(sections)))
                .isInstanceOfSatisfying(
                        ModelUnreadableException.class,
                        e -> assertThat(e.reason()).isEqualTo(Reason.DAMAGED));
        assertThatThrownBy(() -> CategoryModel.fromBytes("no model at all".getBytes(UTF_8)))
                .isInstanceOfSatisfying(
                        ModelUnreadableException.class,
                        e -> assertThat(e.reason()).isEqualTo(Reason.NO_MODEL));
    }

    @Test
    void renamed_merged_and_retired_categories_need_no_training() {
        CategoryModel model =
                MODEL.renamed("login", "access").renamed("refund", "payment").retired("app");

        assertThat(model.categories()).containsExactly("access", "delivery", "payment");
        assertThat(category(model, "password reset locked")).contains("access");
        assertThat(category(model, "money back refund retur")).contains("payment");
        assertThat(category(model, "crash freezes screen")).isEmpty();
        assertThat(CategoryModel.fromBytes(model.toBytes()).categories()).isEqualTo(model.categories());
    }

    @Test
    void rules_come_first_then_what_was_learned_then_a_person() {
        Categorizer both =
                RuleCategorizer.builder().rule("press", "journalist").build().orElse(MODEL);

        assertThat(category(both, "I am a journalist, my card is declined")).contains("press");
        assertThat(category(both, "my card is declined")).contains("payment");
        assertThat(category(both, "qzxv wqpf")).isEmpty();
        assertThat(both.categorize(CategoryQuestion.of("hello please")).ranked())
                .hasSize(5);
    }

    @Test
    void what_cannot_be_learned_from_is_refused() {
        assertThatThrownBy(() -> new CategoryTrainer().train(List.of())).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> new CategoryTrainer(Double.NaN, 1)).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> new CategoryExample("a", CategoryQuestion.of(""), "two\tcolumns", Tickets.ADA))
                .isInstanceOf(InvalidValueException.class);
        List<CategoryExample> tooMany = IntStream.rangeClosed(0, CategoryTrainer.MAX_CATEGORIES)
                .mapToObj(i -> new CategoryExample("e" + i, CategoryQuestion.of("x"), "c" + i, Tickets.ADA))
                .toList();
        assertThatThrownBy(() -> new CategoryTrainer().train(tooMany)).hasMessageContaining("examples.categories");
    }

    @Test
    void odd_texts_are_learned_from_and_answered() {
        List<String> odd = List.of(
                "",
                " ",
                "\uD800",
                "\0",
                "a".repeat(1_000_000),
                "late parcel ".repeat(90_000),
                "İ\u0130ǅ",
                "💳".repeat(9_999));
        List<CategoryExample> examples = new ArrayList<>();
        for (int i = 0; i < 4 * odd.size(); i++) {
            examples.add(new CategoryExample(
                    "t" + i,
                    CategoryQuestion.of(odd.get(i % odd.size())),
                    String.format(Locale.ROOT, "c%d", i % 3),
                    Tickets.BOB));
        }
        CategoryModel model = new CategoryTrainer().train(examples);

        for (String text : odd) {
            assertThat(model.rank(CategoryQuestion.of(text), 3)).hasSize(3);
            assertThat(model.categorize(CategoryQuestion.of(text)).confidence()).isBetween(0.0, 1.0);
        }
    }

    @Test
    void one_category_alone_is_no_error() {
        CategoryModel model = new CategoryTrainer()
                .train(List.of(new CategoryExample("a", CategoryQuestion.of("late parcel"), "delivery", Tickets.ADA)));

        assertThat(model.rank(CategoryQuestion.of("late"), 3))
                .extracting(RankedCategory::category)
                .containsExactly("delivery");
        assertThat(category(model, "qzxv")).isEmpty();
    }
}

package dev.svar.testkit;

import dev.svar.category.Categorizer;

final class RuleCategorizerTest extends PaymentCategorizerContract {
    @Override
    protected Categorizer openCategorizer() {
        return rules();
    }
}

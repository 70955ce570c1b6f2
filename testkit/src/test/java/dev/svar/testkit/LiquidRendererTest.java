package dev.svar.testkit;

import dev.svar.template.LiquidRenderer;
import dev.svar.template.TemplateRenderer;

final class LiquidRendererTest extends LiquidRendererContract {
    @Override
    protected TemplateRenderer openRenderer() {
        return new LiquidRenderer();
    }
}

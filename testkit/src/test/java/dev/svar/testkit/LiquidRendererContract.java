package dev.svar.testkit;

/** How things are written in Liquid. */
abstract class LiquidRendererContract extends TemplateRendererContract {
    @Override
    protected final String writing(String variable) {
        return "{{ " + variable + " }}";
    }

    @Override
    protected final String repeating(String list, String body) {
        return "{% for each in " + list + " %}" + body + "{% endfor %}";
    }

    @Override
    protected final String dayAndMonth(String moment) {
        return "{{ " + moment + " | date: '%-d %B' }}";
    }

    @Override
    protected final String malformed() {
        return "{% for %}";
    }
}

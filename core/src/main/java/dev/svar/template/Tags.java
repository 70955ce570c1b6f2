package dev.svar.template;

import java.util.Map;
import java.util.Optional;

/** The tags of the language. (Comments, raw blocks and {@code liquid} never get past {@link SegmentLexer}.) */
final class Tags {
    private static final Map<String, TagParser> ALL = Map.ofEntries(
            Map.entry("if", IfTag::parse),
            Map.entry("unless", IfTag::parse),
            Map.entry("case", CaseTag::parse),
            Map.entry("for", ForTag::parse),
            Map.entry("tablerow", TableRowTag::parse),
            Map.entry("ifchanged", IfchangedTag::parse),
            Map.entry("render", RenderTag::parse),
            Map.entry("include", IncludeTag::parse),
            Map.entry("break", FlowTag::parse),
            Map.entry("continue", FlowTag::parse),
            Map.entry("cycle", CycleTag::parse),
            Map.entry("assign", AssignTag::parse),
            Map.entry("capture", CaptureTag::parse),
            Map.entry("increment", CounterTag::parse),
            Map.entry("decrement", CounterTag::parse),
            Map.entry("echo", EchoTag::parse));

    private Tags() {}

    static Optional<TagParser> find(String name) {
        return Optional.ofNullable(ALL.get(name));
    }
}

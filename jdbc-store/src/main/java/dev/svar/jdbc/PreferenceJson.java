package dev.svar.jdbc;

import dev.svar.contact.Channel;
import dev.svar.delivery.ChannelPreferences;
import dev.svar.delivery.DigestWindow;
import dev.svar.delivery.NotificationPreferences;
import dev.svar.delivery.NotifiedPerson;
import dev.svar.sla.QuietHours;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What somebody wants to be told, as JSON. */
final class PreferenceJson {
    private PreferenceJson() {}

    static JsonObject write(NotificationPreferences preferences) {
        Map<String, ChannelPreferences> channels = new TreeMap<>();
        preferences.channels().forEach((channel, wanted) -> channels.put(channel.name(), wanted));
        return JsonObject.empty()
                .put("kind", preferences.person().kind())
                .put("id", preferences.person().id())
                .put("zone", preferences.zone().map(ZoneId::getId))
                .putObjects(
                        "channels",
                        channels.entrySet().stream()
                                .map(e -> channel(e.getKey(), e.getValue()))
                                .toList())
                .put("version", preferences.version());
    }

    private static JsonObject channel(String name, ChannelPreferences wanted) {
        return JsonObject.empty()
                .put("channel", name)
                .putTexts("off", wanted.off().stream().sorted().toList())
                .put("quietFrom", wanted.quiet().map(hours -> hours.from().toString()))
                .put("quietTo", wanted.quiet().map(hours -> hours.to().toString()))
                .put("digest", wanted.digest().map(window -> window.length().toString()));
    }

    static NotificationPreferences read(JsonObject json) {
        Map<Channel, ChannelPreferences> channels = new TreeMap<>(Comparator.comparing(Channel::name));
        json.objects("channels")
                .forEach(channel -> channels.put(
                        new Channel(channel.text("channel")),
                        new ChannelPreferences(
                                Set.copyOf(channel.texts("off")),
                                channel.optionalText("quietFrom")
                                        .map(from -> new QuietHours(
                                                LocalTime.parse(from), LocalTime.parse(channel.text("quietTo")))),
                                channel.optionalText("digest")
                                        .map(Duration::parse)
                                        .map(DigestWindow::new))));
        return new NotificationPreferences(
                new NotifiedPerson(json.constant(NotifiedPerson.Kind.class, "kind"), json.text("id")),
                json.optionalText("zone").map(ZoneId::of),
                channels,
                json.number("version"));
    }
}

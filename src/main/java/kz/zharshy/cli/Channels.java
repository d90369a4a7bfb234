package kz.zharshy.cli;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import kz.zharshy.article.Priority;
import kz.zharshy.config.ChannelLook;
import kz.zharshy.config.ChannelSettings;
import kz.zharshy.config.Settings;
import kz.zharshy.language.Language;
import kz.zharshy.post.ChannelStyle;
import kz.zharshy.post.Footer;
import kz.zharshy.post.Length;
import kz.zharshy.post.PostOptions;
import kz.zharshy.publish.Channel;
import kz.zharshy.schedule.Rules;
import kz.zharshy.schedule.TimetableParser;
import kz.zharshy.source.SubscribeFooter;

/** The channels of the settings, as the publisher knows them. */
final class Channels {
  private Channels() {}

  /**
   * All channels, at least one.
   *
   * @throws kz.zharshy.config.ConfigurationException if there is none
   */
  static List<Channel> of(Settings settings) {
    return settings.requireChannels().stream().map(channel -> of(channel, settings)).toList();
  }

  /** The rules that the settings give the channels. */
  static Map<String, Rules> rules(Settings settings) {
    return settings.requireChannels().stream()
        .collect(
            Collectors.toMap(
                ChannelSettings::name, channel -> TimetableParser.read(channel.timetable())));
  }

  private static Channel of(ChannelSettings channel, Settings settings) {
    Map<Language, Footer> footers = new EnumMap<>(Language.class);
    channel
        .footers()
        .forEach(
            (code, text) ->
                Language.ofCode(code).ifPresent(language -> footers.put(language, footer(text))));
    Set<Language> languages = EnumSet.noneOf(Language.class);
    channel.languages().forEach(code -> Language.ofCode(code).ifPresent(languages::add));
    ChannelStyle style =
        new ChannelStyle(
            channel.name(),
            footers,
            footers.values().iterator().next(),
            settings.timeZone(),
            settings.posts().maxParts(),
            Length.valueOf(upper(channel.look().length())),
            habits(channel.look()));
    return new Channel(channel.name(), languages, style);
  }

  private static PostOptions habits(ChannelLook look) {
    Set<Priority> silent =
        look.silentPriorities().stream().map(Priority::ofCode).collect(Collectors.toSet());
    return new PostOptions(
        PostOptions.Hashtags.valueOf(upper(look.hashtags())),
        PostOptions.Preview.valueOf(upper(look.preview())),
        look.protect(),
        look.tracking(),
        new PostOptions.Silence(silent, look.silentFrom(), look.silentTo()),
        PostOptions.Siblings.valueOf(upper(look.siblings())));
  }

  private static String upper(String word) {
    return word.toUpperCase(Locale.ROOT);
  }

  private static Footer footer(String text) {
    SubscribeFooter footer = SubscribeFooter.parse(text);
    return new Footer(footer.text(), "https://t.me/" + footer.channel());
  }
}

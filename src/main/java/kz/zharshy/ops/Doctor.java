package kz.zharshy.ops;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import kz.zharshy.article.ReasonText;
import kz.zharshy.telegram.ApiCalls;
import kz.zharshy.telegram.BotApi;
import kz.zharshy.telegram.Outcome;
import org.telegram.telegrambots.meta.api.objects.User;
import org.telegram.telegrambots.meta.api.objects.WebhookInfo;
import org.telegram.telegrambots.meta.api.objects.chat.ChatFullInfo;
import org.telegram.telegrambots.meta.api.objects.chatmember.ChatMember;
import org.telegram.telegrambots.meta.api.objects.chatmember.ChatMemberAdministrator;
import org.telegram.telegrambots.meta.api.objects.chatmember.ChatMemberOwner;

/**
 * Checks that everything is in place before the first article goes out: the token, each channel and
 * the bot's rights in it, the log chat, and the clock. Changes nothing anywhere.
 */
public final class Doctor {
  private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(30);

  private final BotApi api;
  private final Supplier<Optional<Instant>> telegramTime;
  private final Clock clock;

  /** A doctor. {@code telegramTime}: the time at the Bot API server, if it is known. */
  public Doctor(BotApi api, Supplier<Optional<Instant>> telegramTime, Clock clock) {
    this.api = api;
    this.telegramTime = telegramTime;
    this.clock = clock;
  }

  /** Who is told what goes wrong: the log chat if there is one, and the owners. */
  public record Hearers(Optional<Long> logChat, List<Long> owners) {
    public Hearers {
      owners = List.copyOf(owners);
    }
  }

  /**
   * What was found, in the order in which to fix it.
   *
   * @param buttoned the channels whose posts may have buttons
   * @param hearers who is told what goes wrong
   */
  public List<Check> examine(List<String> channels, Set<String> buttoned, Hearers hearers) {
    List<Check> checks = new ArrayList<>();
    Outcome<User> me = api.call(ApiCalls.self());
    checks.add(token(me));
    if (me instanceof Outcome.Done<User> done) {
      checks.add(webhook());
      for (String channel : channels) {
        checks.addAll(channel(channel, buttoned.contains(channel), done.result()));
      }
      checks.addAll(hearers(hearers, done.result()));
    }
    checks.add(clock());
    return checks;
  }

  private static Check token(Outcome<User> me) {
    if (me instanceof Outcome.Done<User> done) {
      return Check.fine("token", "The bot is @" + done.result().getUserName() + ".");
    }
    if (me instanceof Outcome.Refused<User> refused) {
      return Check.failed(
          "token",
          "Telegram refuses the token: " + refused.description() + ".",
          "Copy it again from @BotFather (/mybots, API Token) into ZHARSHY_BOT_TOKEN.");
    }
    return Check.failed(
        "token",
        "The Bot API server cannot be reached: " + reason(me) + ".",
        "Check the network of this machine and bot.api.");
  }

  private Check webhook() {
    Outcome<WebhookInfo> info = api.call(ApiCalls.webhook());
    if (info instanceof Outcome.Done<WebhookInfo> done
        && done.result().getUrl() != null
        && !done.result().getUrl().isEmpty()) {
      return Check.failed(
          "updates",
          "Another program receives this bot's updates by a webhook.",
          "Stop that program and remove its webhook, or make a bot of its own for Zharshy.");
    }
    return Check.fine("updates", "No webhook stands in the way.");
  }

  private List<Check> channel(String name, boolean buttoned, User me) {
    String chatId = "@" + name;
    Outcome<ChatFullInfo> chat = api.call(ApiCalls.chat(chatId));
    if (!(chat instanceof Outcome.Done<ChatFullInfo> done)) {
      return List.of(
          Check.failed(
              chatId,
              "The channel cannot be seen: " + reason(chat) + ".",
              "Check its name in channels[].footer, and add @%s to it as an administrator."
                  .formatted(me.getUserName())));
    }
    Check found = Check.fine(chatId, "The channel is “" + done.result().getTitle() + "”.");
    return buttoned && done.result().getLinkedChatId() != null
        ? List.of(found, rights(chatId, me), comments(chatId))
        : List.of(found, rights(chatId, me));
  }

  private static Check comments(String chatId) {
    return Check.warning(
        chatId + " comments",
        "The channel has a discussion group, but Telegram shows no comments under a post with"
            + " buttons.",
        "Write “siblings: links” for this channel, so that posts lead to other languages in their"
            + " text.");
  }

  private Check rights(String chatId, User me) {
    String name = chatId + " rights";
    Outcome<ChatMember> member = api.call(ApiCalls.member(chatId, me.getId()));
    if (!(member instanceof Outcome.Done<ChatMember> done)) {
      return notAdministrator(name, reason(member), me);
    }
    if (done.result() instanceof ChatMemberOwner) {
      return Check.fine(name, "The bot owns the channel.");
    }
    if (!(done.result() instanceof ChatMemberAdministrator admin)) {
      return notAdministrator(name, "it is " + done.result().getStatus(), me);
    }
    if (!Boolean.TRUE.equals(admin.getCanPostMessages())) {
      return Check.failed(
          name,
          "The bot is an administrator, but may not post.",
          "In the channel: Administrators, @%s, switch on “Post messages”."
              .formatted(me.getUserName()));
    }
    if (!Boolean.TRUE.equals(admin.getCanEditMessages())
        || !Boolean.TRUE.equals(admin.getCanDeleteMessages())) {
      return Check.warning(
          name,
          "The bot may post, but not edit, pin or delete others' messages.",
          "Switch on “Edit messages” and “Delete messages” to be able to pin posts"
              + " and to withdraw old ones.");
    }
    return Check.fine(name, "The bot may post, edit, pin and delete.");
  }

  private static Check notAdministrator(String name, String why, User me) {
    return Check.failed(
        name,
        "The bot is no administrator of the channel: " + why + ".",
        "In the channel: Administrators, Add, @%s, with “Post messages”."
            .formatted(me.getUserName()));
  }

  private List<Check> hearers(Hearers hearers, User me) {
    List<Check> checks = new ArrayList<>();
    checks.add(hearers.logChat().map(this::logChat).orElseGet(Doctor::noLogChat));
    hearers.owners().forEach(owner -> checks.add(owner(owner, me)));
    if (checks.stream().noneMatch(check -> check.result() == Check.Result.FINE)) {
      checks.add(
          Check.failed(
              "notices",
              "Nobody hears what goes wrong.",
              "Put the bot into the log chat, or open @%s as an owner and press Start."
                  .formatted(me.getUserName())));
    }
    return checks;
  }

  private Check logChat(long id) {
    Outcome<ChatFullInfo> chat = api.call(ApiCalls.chat(Long.toString(id)));
    Outcome<?> seen = chat.then(found -> api.call(ApiCalls.typing(id)));
    if (!(chat instanceof Outcome.Done<ChatFullInfo> done) || !(seen instanceof Outcome.Done<?>)) {
      return Check.failed(
          "log chat",
          "The log chat %d cannot be reached: %s.".formatted(id, reason(seen)),
          "Let the bot into the private chat, with the right to write, and put that chat's id into"
              + " bot.log-chat.");
    }
    String name = done.result().getTitle();
    long now = done.result().getId();
    return now == id
        ? Check.fine("log chat", "The log chat “%s” (%d) can be reached.".formatted(name, id))
        : Check.warning(
            "log chat",
            "The log chat “%s” became a supergroup; its number is %d now.".formatted(name, now),
            "Write %d into bot.log-chat, instead of %d.".formatted(now, id));
  }

  private Check owner(long id, User me) {
    String about = "owner " + id;
    Outcome<ChatFullInfo> chat = api.call(ApiCalls.chat(Long.toString(id)));
    Outcome<?> seen = chat.then(found -> api.call(ApiCalls.typing(id)));
    return chat instanceof Outcome.Done<ChatFullInfo> done && seen instanceof Outcome.Done<?>
        ? Check.fine(about, done.result().getFirstName() + " can be told what goes wrong.")
        : Check.warning(
            about,
            "This owner cannot be told anything: %s.".formatted(reason(seen)),
            "Open @%s as that person and press Start.".formatted(me.getUserName()));
  }

  private static Check noLogChat() {
    return Check.warning(
        "log chat",
        "There is no log chat.",
        "Make a private group or channel with the bot in it and put its id into bot.log-chat:"
            + " there the bot looks whether a post in doubt went out, instead of asking you.");
  }

  private Check clock() {
    Optional<Instant> theirs = telegramTime.get();
    if (theirs.isEmpty()) {
      return Check.warning(
          "clock", "The server did not say what time it is.", "Compare this machine's clock.");
    }
    Duration off = Duration.between(theirs.get(), clock.instant()).abs();
    return off.compareTo(CLOCK_TOLERANCE) <= 0
        ? Check.fine("clock", "The clock is right.")
        : Check.failed(
            "clock",
            "The clock is off by " + off.toSeconds() + " seconds.",
            "Set it by NTP: scheduled posts would go out at the wrong time.");
  }

  private static String reason(Outcome<?> outcome) {
    if (outcome instanceof Outcome.Refused<?> refused) {
      return refused.description();
    }
    if (outcome instanceof Outcome.NotSent<?> notSent) {
      return ReasonText.forLog(notSent.reason());
    }
    return outcome instanceof Outcome.Unknown<?> unknown
        ? ReasonText.forLog(unknown.reason())
        : "no answer";
  }
}

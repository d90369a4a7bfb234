package kz.zharshy.chat.editor;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.zharshy.chat.Answer;
import kz.zharshy.chat.Buttons;
import kz.zharshy.chat.Buttons.Button;
import kz.zharshy.chat.Command;
import kz.zharshy.chat.CommandInfo;
import kz.zharshy.chat.Reply;
import kz.zharshy.chat.Request;
import kz.zharshy.chat.Role;
import kz.zharshy.language.Language;
import kz.zharshy.store.Team;

/**
 * {@code /team}: who is in the newsroom; {@code /team invite editor}, {@code /team 42 author},
 * {@code /team 42 out}.
 *
 * @param botName the bot's user name without {@code @}
 * @param secrets makes secrets that nobody can guess, of letters that a link may have
 */
record TeamCommand(EditorContext context, String botName, Supplier<String> secrets)
    implements Command {
  private static final Duration INVITATION = Duration.ofDays(2);
  private static final Pattern INVITE = Pattern.compile("invite (editor|author)");
  private static final Pattern CHANGE = Pattern.compile("([0-9]{1,18}) (editor|author|out)");

  @Override
  public CommandInfo info() {
    return CommandInfo.of("team", Role.OWNER);
  }

  @Override
  public Reply answer(Request request) {
    String words = request.words().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
    Matcher invite = INVITE.matcher(words);
    if (invite.matches()) {
      return invite(Team.Rank.valueOf(invite.group(1).toUpperCase(Locale.ROOT)), request);
    }
    Matcher change = CHANGE.matcher(words);
    if (change.matches()) {
      long id = Long.parseLong(change.group(1));
      if (change.group(2).equals("out")) {
        context.database().team().remove(id);
      } else {
        context
            .database()
            .team()
            .change(id, Team.Rank.valueOf(change.group(2).toUpperCase(Locale.ROOT)));
      }
    }
    return Reply.change(list(request.requester().language()));
  }

  private Reply invite(Team.Rank rank, Request request) {
    Language language = request.requester().language();
    String secret = secrets.get();
    context
        .database()
        .team()
        .invite(hash(secret), rank, request.requester().userId(), context.now().plus(INVITATION));
    String key = rank == Team.Rank.EDITOR ? "team.invite-editor" : "team.invite-author";
    String link = "https://t.me/%s?start=i_%s".formatted(botName, secret);
    return Reply.say(context.say(language, key, link));
  }

  private Answer list(Language language) {
    Answer.Writer text = Answer.writer().bold(context.say(language, "team.title"));
    Buttons buttons =
        Buttons.none()
            .row(
                Button.says(context.say(language, "key.invite-editor"), "team invite editor"),
                Button.says(context.say(language, "key.invite-author"), "team invite author"));
    for (long owner : context.owners().stream().sorted().toList()) {
      text.text("\n" + context.say(language, "team.owner", Long.toString(owner)));
    }
    for (Team.Member member : context.database().team().members()) {
      String id = Long.toString(member.userId());
      text.text(
          "\n"
              + context.say(
                  language, "team.member", member.name(), rank(member.rank(), language), id));
      Team.Rank other = member.rank() == Team.Rank.EDITOR ? Team.Rank.AUTHOR : Team.Rank.EDITOR;
      buttons =
          buttons.row(
              Button.says(
                  context.say(language, "key.make", member.name(), rank(other, language)),
                  "team " + id + " " + other.name().toLowerCase(Locale.ROOT)),
              Button.says(context.say(language, "key.out", member.name()), "team " + id + " out"));
    }
    return text.done().with(buttons);
  }

  private String rank(Team.Rank rank, Language language) {
    return context.say(language, rank == Team.Rank.EDITOR ? "rank.editor" : "rank.author");
  }

  /** What is kept of a secret: whoever reads the database cannot use it. */
  static String hash(String secret) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Each Java has SHA-256.", e);
    }
  }
}

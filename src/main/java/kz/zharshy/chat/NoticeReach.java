package kz.zharshy.chat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.LongUnaryOperator;
import java.util.function.Supplier;
import java.util.stream.Stream;
import kz.zharshy.article.Reason;
import kz.zharshy.article.ReasonCode;
import kz.zharshy.chat.NoticeErrand.Circle;
import kz.zharshy.health.Health;
import kz.zharshy.store.QueueException;
import kz.zharshy.telegram.ApiCalls;
import kz.zharshy.telegram.BotApi;
import kz.zharshy.telegram.Outcome;
import kz.zharshy.telegram.RefusalKind;
import kz.zharshy.telegram.RefusalReason;
import kz.zharshy.telegram.RefusalTable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.api.objects.chat.ChatFullInfo;
import org.telegram.telegrambots.meta.api.objects.chatmember.ChatMemberUpdated;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/**
 * Who of the newsroom can be told something, as far as is known. Safe for use by several threads.
 */
public final class NoticeReach implements UpdateListener {
  private static final Logger log = LoggerFactory.getLogger(NoticeReach.class);
  private static final String LOG_CHAT = "log chat";
  private static final String NOTICES = "notices";
  private static final Set<RefusalKind> ABOUT_THE_CHAT =
      Set.of(RefusalKind.CHANNEL, RefusalKind.READER_GONE, RefusalKind.MIGRATED);
  private static final Set<String> OUT = Set.of("left", "kicked");

  /**
   * The people.
   *
   * @param logChat as the settings say; null where there is none
   * @param editors the editors of the team as it is now
   * @param now the number that a chat has now
   */
  public record Newsroom(
      @Nullable Long logChat,
      List<Long> owners,
      Supplier<List<Long>> editors,
      LongUnaryOperator now) {
    public Newsroom {
      owners = List.copyOf(owners);
    }
  }

  private final BotApi api;
  private final Newsroom newsroom;
  private final Health health;
  private final Map<Long, Reason> deaf = new ConcurrentHashMap<>();
  private final Map<Long, String> names = new ConcurrentHashMap<>();
  private final Set<Long> looked = ConcurrentHashMap.newKeySet();
  private volatile Runnable back = () -> {};
  private volatile Consumer<Reason> lost = reason -> {};

  public NoticeReach(BotApi api, Newsroom newsroom, Health health) {
    this.api = api;
    this.newsroom = newsroom;
    this.health = health;
  }

  /** Says what to do when somebody may be reached again. */
  void whenBack(Runnable listener) {
    back = listener;
  }

  /** Says who hears that the log chat is lost; once, until it is back. */
  void whenLogChatIsLost(Consumer<Reason> listener) {
    lost = listener;
  }

  /** Whom to tell, circle by circle: the next one if none of a circle can be reached. */
  List<Circle> newsroom() {
    return List.of(logChat(), owners(), editors());
  }

  /** Whom to ask. */
  List<Circle> deciders() {
    return List.of(owners(), editors(), logChat());
  }

  private Circle logChat() {
    Long chat = newsroom.logChat();
    return new Circle(() -> chat == null ? List.of() : List.of(chat), false);
  }

  private Circle owners() {
    return new Circle(newsroom::owners, false);
  }

  private Circle editors() {
    return new Circle(this::team, true);
  }

  /** The notice may be about the database, in which the team stands. */
  private List<Long> team() {
    try {
      return newsroom.editors().get();
    } catch (QueueException e) {
      return List.of();
    }
  }

  /** Somebody got a message. */
  void hears(long chat) {
    if (deaf.remove(chat) != null) {
      log.info("{} can be told again.", about(chat));
    }
    health.well(about(chat));
    tellWhoHears();
  }

  /** Telegram took no message for somebody; that may also be about the message or the bot. */
  void refuses(long chat, RefusalKind kind, Reason reason) {
    if (ABOUT_THE_CHAT.contains(kind)) {
      deaf(chat, reason);
    }
  }

  private void deaf(long chat, Reason reason) {
    boolean isNew = deaf.put(chat, reason) == null;
    tellWhoHears();
    if (isLogChat(chat)) {
      health.trouble(LOG_CHAT, Reason.of(ReasonCode.LOG_CHAT_GONE, chat, reason));
    } else if (newsroom.owners().contains(chat)) {
      health.note(about(chat), Reason.of(ReasonCode.PERSON_UNREACHABLE, name(chat), chat, reason));
    }
    if (isNew && isLogChat(chat)) {
      lost.accept(reason);
    }
  }

  void somebodyHears() {
    health.well(NOTICES);
  }

  /** What so many notices say reaches nobody. */
  void nobodyHears(int waiting) {
    health.trouble(NOTICES, Reason.of(ReasonCode.NOBODY_REACHABLE, waiting));
  }

  /** Looks who can be reached: the log chat each time, people once and while they cannot. */
  void look() {
    Long chat = newsroom.logChat();
    if (chat != null) {
      look(chat, deaf.containsKey(chat));
    }
    for (long owner : newsroom.owners()) {
      if (deaf.containsKey(owner) || !looked.contains(owner)) {
        look(owner, true);
      }
    }
    tellWhoHears();
  }

  private void tellWhoHears() {
    Long chat = newsroom.logChat();
    List<String> reached =
        Stream.concat(Stream.ofNullable(chat), newsroom.owners().stream())
            .filter(one -> looked.contains(one) && !deaf.containsKey(one))
            .map(one -> name(one) + " (" + newsroom.now().applyAsLong(one) + ")")
            .toList();
    if (reached.isEmpty()) {
      health.well(NOTICES + " reach");
    } else {
      health.note(
          NOTICES + " reach", Reason.of(ReasonCode.NOTICES_REACH, String.join(", ", reached)));
    }
  }

  private void look(long chat, boolean closely) {
    Outcome<?> seen = api.call(ApiCalls.chat(Long.toString(chat)));
    if (seen instanceof Outcome.Done<?> done && done.result() instanceof ChatFullInfo info) {
      String name = info.getTitle() == null ? info.getFirstName() : info.getTitle();
      names.put(chat, name == null ? Long.toString(chat) : name);
      if (closely) {
        seen = api.call(ApiCalls.typing(chat));
      }
    }
    if (seen instanceof Outcome.Done<?>) {
      looked.add(chat);
      boolean wasDeaf = deaf.containsKey(chat);
      hears(chat);
      if (wasDeaf) {
        back.run();
      }
    } else if (seen instanceof Outcome.Refused<?> refused) {
      looked.add(chat);
      RefusalKind kind = RefusalTable.kind(refused, Long.toString(chat));
      refuses(chat, kind, RefusalReason.of(refused));
    }
  }

  @Override
  public void sees(Update update) {
    ChatMemberUpdated change = update.getMyChatMember();
    if (change != null) {
      long chat = known(change.getChat().getId());
      if (OUT.contains(change.getNewChatMember().getStatus())) {
        if (isLogChat(chat) || newsroom.owners().contains(chat)) {
          deaf(chat, Reason.of(ReasonCode.SHUT_OUT));
        }
      } else if (deaf.containsKey(chat)) {
        hears(chat);
        back.run();
      }
      return;
    }
    Message message = update.getMessage();
    if (message != null && message.isUserMessage() && deaf.containsKey(message.getChatId())) {
      hears(message.getChatId());
      back.run();
    }
  }

  /** The number by which the settings know a chat. */
  private long known(long chat) {
    Long ours = newsroom.logChat();
    return ours != null && newsroom.now().applyAsLong(ours) == chat ? ours : chat;
  }

  private boolean isLogChat(long chat) {
    return newsroom.logChat() != null && newsroom.logChat() == chat;
  }

  private String name(long chat) {
    return names.getOrDefault(chat, isLogChat(chat) ? LOG_CHAT : Long.toString(chat));
  }

  private String about(long chat) {
    return isLogChat(chat) ? LOG_CHAT : "person " + chat;
  }
}

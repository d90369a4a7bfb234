package kz.zharshy.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import kz.zharshy.sandbox.api.Calls;
import kz.zharshy.sandbox.api.ReceivedCall;
import kz.zharshy.sandbox.fault.Fault;
import kz.zharshy.sandbox.fault.Faults;
import kz.zharshy.sandbox.world.BotStanding;
import kz.zharshy.sandbox.world.Chat;
import kz.zharshy.sandbox.world.ChatKind;
import kz.zharshy.sandbox.world.Deeds;
import kz.zharshy.sandbox.world.Person;
import kz.zharshy.sandbox.world.PictureSize;
import kz.zharshy.sandbox.world.Posting;
import kz.zharshy.sandbox.world.StoredFile;
import kz.zharshy.sandbox.world.World;

/**
 * The other side of the bot: what Telegram holds, what people do, and what goes wrong. Whatever a
 * person does comes back as the {@code Update} that the bot gets of it. Safe for use by several
 * threads.
 */
public final class SandboxWorld {
  private static final long DISCUSSION = -1_001_000_000_002L;

  private final World world;
  private final Deeds deeds;
  private final Faults faults;
  private final Calls calls;
  private final Chat channel;
  private final Chat logChat;

  private SandboxWorld(SandboxServer server) {
    this.world = server.world();
    this.deeds = new Deeds(world);
    this.faults = server.faults();
    this.calls = server.calls();
    this.channel = server.channel();
    this.logChat = server.logChat();
  }

  /** The other side of the bot that this server serves. */
  public static SandboxWorld of(SandboxServer server) {
    return new SandboxWorld(server);
  }

  /** The channel's id, of the form {@code -100…}. */
  public long channelId() {
    return channel.id();
  }

  public long logChatId() {
    return logChat().id();
  }

  private Chat logChat() {
    return logChat.movedTo().flatMap(world::chat).orElse(logChat);
  }

  /** The posts of the channel that are there now, oldest first. */
  public List<SandboxMessage> posts() {
    return messages(channel.id()).stream()
        .filter(message -> !message.json().has("pinned_message"))
        .toList();
  }

  /** The numbers of the channel's pinned posts, the newest pin last. */
  public List<Integer> pinned() {
    return List.copyOf(channel.pinned());
  }

  /**
   * The messages of a chat that are there now, oldest first; a private chat's id is the person's.
   */
  public List<SandboxMessage> messages(long chatId) {
    return world.messages(chatId).stream().map(SandboxMessage::new).toList();
  }

  /** The calls that came, oldest first. */
  public List<ReceivedCall> calls() {
    return calls.all();
  }

  /** The calls of one method that came, oldest first. */
  public List<ReceivedCall> calls(String method) {
    return calls.all().stream().filter(call -> call.method().equalsIgnoreCase(method)).toList();
  }

  /** Lets a fault happen to the calls that it meets, after those of before. */
  public void onCall(Fault fault) {
    faults.add(fault);
  }

  /** Takes away all faults that still wait. */
  public void clearFaults() {
    faults.clear();
  }

  /** A person writes to the bot, in an app of that language. */
  public JsonNode personWrites(long userId, String languageCode, String text) {
    Person person = meet(userId, languageCode);
    return deeds.write(person, chat(userId), text);
  }

  /** A person sends the bot a file. */
  public JsonNode personSendsFile(
      long userId, String languageCode, String fileName, byte[] bytes, String caption) {
    Person person = meet(userId, languageCode);
    StoredFile file = world.files().keep("documents", fileName, "application/octet-stream", bytes);
    return deeds.sendFile(person, chat(userId), file, caption);
  }

  /** A person writes to the bot as a reply to one of the messages of their chat. */
  public JsonNode personReplies(long userId, String languageCode, int messageId, String text) {
    Person person = meet(userId, languageCode);
    Chat chat = chat(userId);
    return deeds.reply(person, chat, text, posting(chat, messageId));
  }

  /**
   * A person sends the bot a photo.
   *
   * @throws IllegalArgumentException if the bytes are no picture
   */
  public JsonNode personSendsPhoto(long userId, String languageCode, byte[] bytes, String caption) {
    Person person = meet(userId, languageCode);
    PictureSize size =
        PictureSize.of(bytes).orElseThrow(() -> new IllegalArgumentException("no picture"));
    StoredFile file = world.files().keep("photos", "photo.jpg", "image/jpeg", bytes);
    return deeds.sendPhoto(person, chat(userId), file, size, caption);
  }

  /** Deletes all that is in a private chat; gives how many of the messages were the bot's. */
  public int takeAnswers(long userId) {
    int answers = 0;
    for (SandboxMessage message : messages(userId)) {
      answers += message.json().path("from").path("is_bot").booleanValue() ? 1 : 0;
      world.delete(chat(userId), message.id());
    }
    return answers;
  }

  /** A person writes into the log chat. */
  public JsonNode personWritesInLogChat(long userId, String text) {
    Person person = known(userId);
    world.join(logChat(), person);
    return deeds.write(person, logChat(), text);
  }

  /** A person presses a button under a message of the private chat with the bot. */
  public JsonNode personPresses(long userId, int messageId, String data) {
    return personPressesIn(userId, userId, messageId, data);
  }

  /** A person presses a button under a message of any chat; forged data is sent as it is. */
  public JsonNode personPressesIn(long chatId, long userId, int messageId, String data) {
    return deeds.press(known(userId), posting(chat(chatId), messageId), data);
  }

  /** Whether the bot has answered the callback query of that id. */
  public boolean isAnswered(String callbackQueryId) {
    return world.presses().answer(callbackQueryId).isPresent();
  }

  /** The channel's owner writes a post beside the bot. */
  public JsonNode personPostsInChannel(String text) {
    return deeds.write(channel.members().iterator().next(), channel, text);
  }

  /** The channel's owner edits a post by hand; gives the message as it is now. */
  public JsonNode personEditsPost(int messageId, String text) {
    return deeds.edit(channel, posting(channel, messageId), text);
  }

  /** The channel's owner deletes a post; the bot hears nothing of it. */
  public void personDeletesPost(int messageId) {
    world.delete(channel, messageId);
  }

  /** A person blocks the bot. */
  public void personBlocksBot(long userId) {
    known(userId);
    world.setBot(chat(userId), BotStanding.kicked());
  }

  /** The channel's owner throws the bot out. */
  public void kickBot() {
    world.setBot(channel, BotStanding.kicked());
  }

  /** The bot is taken out of the log chat. */
  public JsonNode kickBotFromLogChat() {
    return world.setBot(logChat(), BotStanding.kicked());
  }

  /** The bot is let into the log chat again. */
  public void restoreBotInLogChat() {
    world.setBot(logChat(), BotStanding.administrator(logChat().kind()));
  }

  /**
   * The log chat becomes a supergroup with another id.
   *
   * @return what the bot gets of it, from the old chat and from the new one
   */
  public List<JsonNode> upgradeLogChat(long supergroup) {
    return List.copyOf(world.upgrade(logChat(), supergroup));
  }

  /** The bot knows nothing of a person who never wrote to it. */
  public void personNeverWrote(long userId) {
    known(userId);
    world.setBot(chat(userId), BotStanding.unknown());
  }

  /** The channel's owner takes one administrator's right from the bot, by its Bot API name. */
  public void takeRight(String right) {
    world.setBot(channel, channel.bot().without(right));
  }

  /** The channel's owner makes the bot an administrator with the usual rights again. */
  public void restoreBot() {
    world.setBot(channel, BotStanding.administrator(channel.kind()));
  }

  /**
   * The channel's owner opens a discussion group, into which Telegram forwards each post from now
   * on.
   *
   * @return the group's id
   */
  public long openDiscussion() {
    Chat group = world.addChat(DISCUSSION, ChatKind.SUPERGROUP, channel.title() + " Chat", "");
    channel.members().forEach(owner -> world.join(group, owner));
    world.link(channel, group);
    return group.id();
  }

  /** A person reacts to a post of the channel; the empty emoji takes the reaction away. */
  public JsonNode personReacts(long userId, int messageId, String emoji) {
    return deeds.react(known(userId), channel, posting(channel, messageId), emoji);
  }

  /** So many people react to a post of the channel with this emoji; fewer than before go away. */
  public JsonNode crowdReacts(int messageId, String emoji, int people) {
    return deeds.reactAsCrowd(channel, posting(channel, messageId), emoji, people);
  }

  /** A person asks the bot inline. */
  public JsonNode personAsksInline(long userId, String languageCode, String query) {
    return deeds.askInline(meet(userId, languageCode), query, "");
  }

  /** The bot's answer to an inline query, as it gave it; empty as long as there is none. */
  public Optional<JsonNode> inlineAnswer(String inlineQueryId) {
    return world.inlineQueries().answer(inlineQueryId);
  }

  /** Repeats an update, as Telegram does when the bot's acknowledgement got lost. */
  public void repeat(JsonNode update) {
    ObjectNode copy = update.deepCopy();
    world.updates().repeat(copy);
  }

  private Person meet(long userId, String languageCode) {
    Person person = known(userId).speaking(languageCode);
    world.addPerson(person);
    return person;
  }

  private Person known(long userId) {
    return world
        .person(userId)
        .orElseGet(
            () -> {
              Person person = new Person(userId, "Reader " + userId, "", "en");
              world.addPerson(person);
              return person;
            });
  }

  private Chat chat(long chatId) {
    return world
        .chat(chatId)
        .orElseThrow(() -> new IllegalArgumentException("the sandbox has no chat " + chatId));
  }

  private Posting posting(Chat chat, int messageId) {
    Posting posting = chat.posting(messageId);
    if (posting == null) {
      throw new IllegalArgumentException(
          "chat " + chat.id() + " of the sandbox has no message " + messageId);
    }
    return posting;
  }
}

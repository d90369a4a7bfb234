package kz.zharshy.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import kz.zharshy.sandbox.api.ApiHandler;
import kz.zharshy.sandbox.api.Calls;
import kz.zharshy.sandbox.fault.Faults;
import kz.zharshy.sandbox.page.LocalOnly;
import kz.zharshy.sandbox.page.Page;
import kz.zharshy.sandbox.page.PageHandler;
import kz.zharshy.sandbox.world.Chat;
import kz.zharshy.sandbox.world.ChatKind;
import kz.zharshy.sandbox.world.Deeds;
import kz.zharshy.sandbox.world.Person;
import kz.zharshy.sandbox.world.World;

/**
 * A Bot API server on loopback, with one bot, its channel and a log chat, and a page that shows
 * them. Safe for use by several threads.
 */
public final class SandboxServer implements AutoCloseable {
  private static final long CHANNEL = -1_001_000_000_001L;

  /** People to act as on the page, one in each language. */
  private static final List<Person> READERS =
      List.of(
          new Person(2_000_001, "Айгерім", "aigerim", "kk"),
          new Person(2_000_002, "Тимур", "timur", "ru"),
          new Person(2_000_003, "Emma", "emma", "en"));

  private volatile Supplier<Map<String, Integer>> queue = Map::of;
  private volatile JsonNode guide = JsonNodeFactory.instance.arrayNode();
  private final String token;
  private final String botName;
  private final HttpServer http;
  private final ExecutorService threads;
  private final World world;
  private final Faults faults = new Faults();
  private final Calls calls;
  private final Chat channel;
  private final Chat logChat;

  private SandboxServer(SandboxOptions options) throws IOException {
    token = options.bot().token();
    botName = options.bot().name();
    world =
        new World(
            Long.parseLong(token.substring(0, token.indexOf(':'))),
            botName,
            options.limits(),
            options.clock(),
            options.nanoTime());
    channel =
        world.addChat(
            CHANNEL, ChatKind.CHANNEL, options.channel().title(), options.channel().name());
    logChat = world.addChat(options.staff().logChat(), ChatKind.SUPERGROUP, "Zharshy log", "");
    addPeople(options.staff().owners(), List.of(channel, logChat));
    calls = new Calls(options.clock(), options.nanoTime());
    threads = Executors.newCachedThreadPool(SandboxServer::daemon);
    http =
        HttpServer.create(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), options.port()), 0);
    http.setExecutor(threads);
    Page.Program program = new Page.Program(() -> queue.get(), () -> guide);
    Page page = new Page(world, channel, faults, calls, program);
    http.createContext("/", new PageHandler(page)).getFilters().add(new LocalOnly());
    ApiHandler api = new ApiHandler(token, world, faults, calls);
    for (String path : List.of("/bot", "/file/bot")) {
      http.createContext(path, api).getFilters().add(new LocalOnly());
    }
  }

  /** Starts a server. Throws {@link IOException} if the port is taken. */
  public static SandboxServer start(SandboxOptions options) throws IOException {
    // Else a small answer waits up to 40 ms for the client's acknowledgement (Nagle's algorithm).
    System.setProperty("sun.net.httpserver.nodelay", "true");
    SandboxServer server = new SandboxServer(options);
    server.http.start();
    return server;
  }

  /** The value for {@code bot.api}. */
  public URI apiAddress() {
    return URI.create("http://127.0.0.1:" + http.getAddress().getPort());
  }

  public String token() {
    return token;
  }

  public String botName() {
    return botName;
  }

  /** Where a browser shows the channel. */
  public URI pageAddress() {
    return URI.create("http://127.0.0.1:" + http.getAddress().getPort() + "/");
  }

  /** The channel's id, of the form {@code -100…}. */
  public long channelId() {
    return channel.id();
  }

  public long logChatId() {
    return logChat.id();
  }

  /** The people who are there and do not belong to the channel. */
  public List<Person> readers() {
    return world.people().stream().filter(each -> !channel.members().contains(each)).toList();
  }

  /** A person who is there writes to the bot. */
  public void write(long personId, String text) {
    Person person = world.person(personId).orElseThrow();
    new Deeds(world).write(person, world.chat(personId).orElseThrow(), text);
  }

  World world() {
    return world;
  }

  Faults faults() {
    return faults;
  }

  Calls calls() {
    return calls;
  }

  Chat channel() {
    return channel;
  }

  Chat logChat() {
    return logChat;
  }

  /**
   * Lets the page say what waits in the bot's own queue, of which this server knows nothing.
   *
   * @param counts how many articles are in which state, of {@code queued}, {@code publishing},
   *     {@code review}, {@code held}, {@code failed} and {@code doubt}; asked for again and again,
   *     must be quick
   */
  public void showQueue(Supplier<Map<String, Integer>> counts) {
    queue = counts;
  }

  /**
   * Lets the page propose what to try.
   *
   * @param lines an array of {@code {"words": {"en": …}, "as": "reader" | "editor", "text": {"en":
   *     …}, "send": true, "fault": …, "open": …}}: what a click on the line's words does
   */
  public void showGuide(JsonNode lines) {
    guide = lines;
  }

  /** Ends all waits and connections at once. */
  @Override
  public void close() {
    world.updates().close();
    threads.shutdownNow();
    http.stop(0);
  }

  private void addPeople(List<Long> owners, List<Chat> chats) {
    int number = 0;
    for (long id : owners) {
      String name = number++ == 0 ? "Dana" : "Editor " + number;
      Person owner = new Person(id, name, "", "en");
      world.addPerson(owner);
      chats.forEach(chat -> world.join(chat, owner));
    }
    READERS.stream().filter(reader -> !owners.contains(reader.id())).forEach(world::addPerson);
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "sandbox");
    thread.setDaemon(true);
    return thread;
  }
}

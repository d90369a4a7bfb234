package kz.zharshy.cli;

import java.net.URI;
import kz.zharshy.app.FailedException;
import kz.zharshy.app.SandboxRun;
import kz.zharshy.app.WayOut;
import kz.zharshy.sandbox.SandboxOptions;
import kz.zharshy.sandbox.SandboxServer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs the sandbox alone, for any other bot or Bot API client. */
@Command(
    name = "sandbox",
    description =
        "Runs a Bot API server on this machine, without the bot: any bot or Bot API client library"
            + " can be pointed at it, and a page shows what it does.",
    footer = {
      "",
      "It has one bot, its channel, a group and a few people. What people do, and what goes wrong,",
      "is ordered by the page or by HTTP: POST /sandbox/NAME with JSON. For example, with",
      "http://127.0.0.1:8081 as the address:",
      "  curl -d '{\"person\":2000003,\"text\":\"/start\"}' http://127.0.0.1:8081/sandbox/write",
      "  curl -d '{\"fault\":\"flood\",\"seconds\":20}' http://127.0.0.1:8081/sandbox/fault",
      "Faults: lose, half, close, delay, late, flood, gateway, gateway-after, refuse, conflict,",
      "unauthorized, pictures; each may have method, times, seconds, code, words."
    })
final class SandboxCommand extends TerminalCommand {
  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "8081",
      description = "The port on this machine; 0 takes a free one. Default: ${DEFAULT-VALUE}.")
  private int port;

  @Option(
      names = "--token",
      paramLabel = "TOKEN",
      description = "The bot's token, of the form 123:abc. Default: one of its own.")
  private String token = SandboxOptions.TOKEN;

  @Option(
      names = "--channel",
      paramLabel = "NAME",
      defaultValue = "zharshy_sandbox",
      description = "The channel's public name. Default: ${DEFAULT-VALUE}.")
  private String channel = "";

  @Override
  public Integer call() throws InterruptedException {
    Logging.console(false);
    SandboxOptions options =
        SandboxOptions.standard(terminal.clock(), System::nanoTime)
            .atPort(port)
            .withToken(checkedToken())
            .withChannel(checkedChannel(), "Zharshy Sandbox");
    WayOut wayOut = WayOut.ofThisProcess();
    SandboxServer server = SandboxRun.startServer(options);
    wayOut.closes(server);
    greet(server);
    wayOut.await();
    return WayOut.FINE;
  }

  private String checkedToken() {
    if (!SandboxOptions.isToken(token)) {
      throw new FailedException("--token must be of the form 123:abc, as @BotFather's are.");
    }
    return token;
  }

  private String checkedChannel() {
    String name = channel.replaceFirst("^@", "");
    if (!name.matches("[A-Za-z][A-Za-z0-9_]{3,31}")) {
      throw new FailedException(
          "--channel must be a public name of 4 to 32 Latin letters, digits and _, such as"
              + " example_news.");
    }
    return name;
  }

  private void greet(SandboxServer server) {
    URI api = server.apiAddress();
    String calls = api + "/bot" + server.token();
    terminal
        .out()
        .println(
            """
            A Bot API server is running. It speaks only with this machine; nothing leaves it.

              API address  %s (where a bot would have https://api.telegram.org)
              Token        %s
              Channel      @%s, id %d; the bot is an administrator there
              Page         %s

            Try:
              curl %s/getMe
              curl %s/sendMessage -d chat_id=@%s -d text=Hello
            and open the page: the message is there. On its right, write to the bot as one of
            three people, attach a photo, press the bot's buttons, or begin with @%s to
            ask it inline: all of it reaches the bot by getUpdates or by its webhook.
            "Faults" at the top lets the next call fail: 429, a lost answer, 502, 409, no rights.

            Ctrl-C ends it; nothing is kept."""
                .formatted(
                    api,
                    server.token(),
                    checkedChannel(),
                    server.channelId(),
                    server.pageAddress(),
                    calls,
                    calls,
                    checkedChannel(),
                    server.botName()));
  }
}

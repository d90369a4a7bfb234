package kz.zharshy.cli;

import kz.zharshy.app.Application;
import kz.zharshy.app.SandboxRun;
import kz.zharshy.app.WayOut;
import kz.zharshy.config.Settings;
import kz.zharshy.ops.FileRights;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs the bot until it is told to stop. */
@Command(
    name = "run",
    description = "Runs the bot: publishes what is queued and answers readers and editors.")
final class RunCommand extends ConfiguredCommand {
  private static final Logger log = LoggerFactory.getLogger(RunCommand.class);

  @Option(
      names = "--sandbox",
      description =
          "Against a Telegram inside this program: no token, no channel, no account. Sample"
              + " articles go out, and a page shows the channel.")
  private boolean sandbox;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "0",
      description = "With --sandbox: the page's port on this machine; 0 takes a free one.")
  private int port;

  @Option(
      names = "--here",
      description =
          "This copy of the bot publishes, although an owner chose another one before or a webhook"
              + " is set, which is removed.")
  private boolean here;

  @Override
  public Integer call() throws InterruptedException {
    Logging.console(common.debug());
    WayOut wayOut = WayOut.ofThisProcess();
    if (sandbox) {
      startSandbox(wayOut).greet();
    } else {
      Settings settings = common.settings(terminal);
      settings.requireToken();
      settings.requireChannels();
      if (here) {
        Application.publishHere(settings, terminal.clock());
      }
      Application.start(settings, terminal.clock(), wayOut);
      FileRights.examine(settings.database(), common.fileWithToken(settings))
          .forEach(warning -> log.warn("{} {}", warning.finding(), warning.advice()));
    }
    wayOut.await();
    return WayOut.FINE;
  }

  private SandboxRun startSandbox(WayOut wayOut) {
    return SandboxRun.start(
        port, terminal.environment(), common::settings, terminal.out(), terminal.clock(), wayOut);
  }
}

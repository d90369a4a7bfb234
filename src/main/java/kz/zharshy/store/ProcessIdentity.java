package kz.zharshy.store;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * A process that may hold the lease.
 *
 * @param space the PID namespace, since containers on one machine number their processes
 *     separately; empty if the machine cannot tell
 * @param started when the process began, in milliseconds since 1970; 0 if unknown
 */
record ProcessIdentity(String host, String space, long pid, long started) {
  private static final Path HOST_NAME = Path.of("/proc/sys/kernel/hostname");
  private static final Path SPACE = Path.of("/proc/self/ns/pid");

  /** Linux derives a process's start from the boot time, which shifts as the clock is corrected. */
  private static final long TOLERANCE_MILLIS = 2000;

  static ProcessIdentity thisProcess() {
    ProcessHandle process = ProcessHandle.current();
    return new ProcessIdentity(hostName(), nameSpace(), process.pid(), started(process));
  }

  /** Whether this process, seen from another, has certainly ended. */
  boolean isGone(ProcessIdentity seenFrom) {
    if (!host.equals(seenFrom.host) || !space.equals(seenFrom.space)) {
      return false;
    }
    Optional<ProcessHandle> process = ProcessHandle.of(pid);
    return process.isEmpty() || isAnother(started(process.get()));
  }

  private boolean isAnother(long begun) {
    return begun != 0 && started != 0 && Math.abs(begun - started) > TOLERANCE_MILLIS;
  }

  private static long started(ProcessHandle process) {
    return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
  }

  private static String hostName() {
    try {
      return Files.isReadable(HOST_NAME)
          ? Files.readString(HOST_NAME).strip()
          : InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "localhost";
    } catch (IOException e) {
      return "unknown";
    }
  }

  private static String nameSpace() {
    try {
      return Files.isSymbolicLink(SPACE) ? Files.readSymbolicLink(SPACE).toString() : "";
    } catch (IOException e) {
      return "";
    }
  }
}

package kz.zharshy.sandbox.world;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** The files that people and the bot sent, in memory. Safe for use by several threads. */
public final class Files {
  private final Map<String, StoredFile> byId = new ConcurrentHashMap<>();
  private final Map<String, StoredFile> byPath = new ConcurrentHashMap<>();
  private final AtomicInteger last = new AtomicInteger();

  /**
   * Keeps a file.
   *
   * @param folder as in Telegram's file paths, for example {@code documents} or {@code photos}
   */
  public StoredFile keep(String folder, String name, String mimeType, byte[] bytes) {
    int number = last.incrementAndGet();
    String id = String.format(Locale.ROOT, "AgACAgIAAxkBAAIBsandbox%012d", number);
    String path = folder + "/file_" + number + extension(name);
    StoredFile file = new StoredFile(id, path, name, mimeType, bytes);
    byId.put(id, file);
    byPath.put(path, file);
    return file;
  }

  public Optional<StoredFile> byId(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  public Optional<StoredFile> byPath(String path) {
    return Optional.ofNullable(byPath.get(path));
  }

  private static String extension(String name) {
    int dot = name.lastIndexOf('.');
    String extension = dot < 0 ? "" : name.substring(dot);
    return extension.matches("\\.[A-Za-z0-9]{1,8}") ? extension.toLowerCase(Locale.ROOT) : "";
  }
}

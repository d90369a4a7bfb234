package kz.zharshy.fault;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/**
 * The program's classes as an archive that a process maps instead of reading and checking them:
 * hundreds of processes are started, and their start is what costs. The JDK archives only what is
 * in jar files (https://openjdk.org/jeps/350).
 */
final class ClassArchive {
  private final Path folder;
  private final String classPath;

  private ClassArchive(Path folder, String classPath) {
    this.folder = folder;
    this.classPath = classPath;
  }

  /** Packs the folders of this test's class path, without the tests' own. */
  static ClassArchive in(Path folder) throws IOException {
    List<String> path = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(":", -1)) {
      if (!Files.isDirectory(Path.of(entry))) {
        path.add(entry);
      } else if (Files.exists(Path.of(entry, "kz/zharshy/cli/Main.class"))) {
        path.add(0, jar(Path.of(entry), folder.resolve("program.jar")).toString());
      }
    }
    return new ClassArchive(folder, String.join(":", path));
  }

  /** Java's options for the first process: it writes the archive when it ends. */
  List<String> writing() {
    return List.of("-XX:ArchiveClassesAtExit=" + file(), "-Xlog:disable", "-cp", classPath);
  }

  /** For all others. Without an archive they start more slowly. */
  List<String> using() {
    return List.of("-XX:SharedArchiveFile=" + file(), "-Xlog:disable", "-cp", classPath);
  }

  private Path file() {
    return folder.resolve("program.jsa");
  }

  private static Path jar(Path classes, Path file) throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        JarOutputStream jar = new JarOutputStream(out);
        Stream<Path> all = Files.walk(classes)) {
      for (Path each : all.filter(Files::isRegularFile).toList()) {
        add(classes, each, jar);
      }
    }
    return file;
  }

  private static void add(Path classes, Path file, JarOutputStream jar) throws IOException {
    jar.putNextEntry(new JarEntry(classes.relativize(file).toString()));
    Files.copy(file, jar);
    jar.closeEntry();
  }
}

package kz.zharshy.fault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.ToolProvider;

/** Classes of the bot that break when they are first used, for a bot that runs as a process. */
final class Doctored {
  private static final String CLASS_PATH = System.getProperty("java.class.path");

  private Doctored() {}

  /** Options with which the first use of a class fails so: a statement that throws. */
  static List<String> java(Path folder, String name, String statement) throws IOException {
    int dot = name.lastIndexOf('.');
    Path source = folder.resolve(name.substring(dot + 1) + ".java");
    Files.writeString(
        source,
        """
        package %s;
        public final class %s {
          static boolean broken = true;
          static { if (broken) { %s } }
        }
        """
            .formatted(name.substring(0, dot), name.substring(dot + 1), statement));
    Path classes = Files.createDirectories(folder.resolve("doctored"));
    int result =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, "-nowarn", "-d", classes.toString(), source.toString());
    if (result != 0) {
      throw new IllegalStateException(statement + " cannot be compiled");
    }
    return List.of("-cp", classes + System.getProperty("path.separator") + CLASS_PATH);
  }
}

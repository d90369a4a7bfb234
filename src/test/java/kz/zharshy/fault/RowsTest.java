package kz.zharshy.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

/**
 * What goes wrong, and what must happen then, is listed in {@code faults.txt}: one promise a line,
 * behind the fault's name. Tests show that each is kept.
 */
@Tag("slow")
final class RowsTest {
  @Test
  void eachPromiseHasATestAndEachTestItsPromise() throws Exception {
    assertThat(proven()).containsExactlyInAnyOrderElementsOf(promises());
  }

  private static List<String> promises() throws IOException {
    try (InputStream file = RowsTest.class.getResourceAsStream("faults.txt")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }

  private static Set<String> proven() throws Exception {
    Set<String> promises = new HashSet<>();
    for (Class<?> type : testClasses()) {
      for (Method method : type.getDeclaredMethods()) {
        Proves proves = method.getAnnotation(Proves.class);
        if (proves != null && isTest(method)) {
          promises.addAll(List.of(proves.value()));
        }
      }
    }
    return promises;
  }

  private static boolean isTest(Method method) {
    return method.isAnnotationPresent(Test.class)
        || method.isAnnotationPresent(ParameterizedTest.class);
  }

  private static List<Class<?>> testClasses() throws IOException, URISyntaxException {
    URI place = RowsTest.class.getProtectionDomain().getCodeSource().getLocation().toURI();
    Path root = Path.of(place);
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .map(file -> root.relativize(file).toString())
          .filter(file -> file.matches(".*Test(\\$\\w+)?\\.class"))
          .map(file -> file.replace(".class", "").replace('/', '.'))
          .<Class<?>>map(RowsTest::named)
          .toList();
    }
  }

  /** Without running anything of it. */
  private static Class<?> named(String name) {
    try {
      return Class.forName(name, false, RowsTest.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }
}

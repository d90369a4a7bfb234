package kz.zharshy.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

/** What goes wrong is listed in {@code faults.txt}; a test bears each line's name. */
@Tag("slow")
final class RowsTest {
  @Test
  void eachFaultHasATestOfItsName() throws Exception {
    assertThat(testNames()).containsAll(rows());
  }

  private static List<String> rows() throws IOException {
    try (InputStream file = RowsTest.class.getResourceAsStream("faults.txt")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }

  /** The names that are given to tests and to classes of tests. */
  private static Set<String> testNames() throws Exception {
    Set<String> names = new HashSet<>();
    for (Class<?> type : testClasses()) {
      List<Method> tests =
          Arrays.stream(type.getDeclaredMethods()).filter(RowsTest::isTest).toList();
      tests.forEach(test -> addName(test, names));
      if (!tests.isEmpty()) {
        addName(type, names);
      }
    }
    return names;
  }

  private static boolean isTest(Method method) {
    return method.isAnnotationPresent(Test.class)
        || method.isAnnotationPresent(ParameterizedTest.class);
  }

  private static void addName(AnnotatedElement element, Set<String> names) {
    DisplayName name = element.getAnnotation(DisplayName.class);
    if (name != null) {
      names.add(name.value());
    }
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

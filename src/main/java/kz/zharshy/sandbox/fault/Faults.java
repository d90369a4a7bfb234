package kz.zharshy.sandbox.fault;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The faults that wait for their calls. Safe for use by several threads. */
public final class Faults {
  private final List<Armed> armed = new ArrayList<>();

  /** Lets a fault happen, after those of before. */
  public synchronized void add(Fault fault) {
    armed.add(new Armed(fault));
  }

  /** Takes all faults away. */
  public synchronized void clear() {
    armed.clear();
  }

  /** The faults that still wait. */
  public synchronized List<Fault> waiting() {
    return armed.stream().map(each -> each.fault.times(each.left)).toList();
  }

  /** Takes the first fault that meets the call. */
  public synchronized Optional<Effect> take(String method, JsonNode params) {
    Optional<Armed> found =
        armed.stream().filter(each -> each.fault.meets(method, params)).findFirst();
    found.ifPresent(
        each -> {
          if (--each.left == 0) {
            armed.remove(each);
          }
        });
    return found.map(each -> each.fault.effect());
  }

  private static final class Armed {
    final Fault fault;
    int left;

    Armed(Fault fault) {
      this.fault = fault;
      this.left = fault.times();
    }
  }
}

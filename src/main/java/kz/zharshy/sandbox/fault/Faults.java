package kz.zharshy.sandbox.fault;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The faults that have not happened yet. Safe for use by several threads. */
public final class Faults {
  private final List<Armed> armed = new ArrayList<>();

  /** Adds a fault, to happen after the earlier ones. */
  public synchronized void add(Fault fault) {
    armed.add(new Armed(fault));
  }

  /** Removes all faults. */
  public synchronized void clear() {
    armed.clear();
  }

  /** The faults still to happen. */
  public synchronized List<Fault> waiting() {
    return armed.stream().map(each -> each.fault.times(each.left)).toList();
  }

  /** Takes the first fault that applies to the call. */
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

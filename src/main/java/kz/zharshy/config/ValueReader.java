package kz.zharshy.config;

import java.util.Optional;

/** Makes a value of what was written, or complains and gives nothing. */
interface ValueReader<T> {
  Optional<T> read(Node node, Complaints complaints);
}

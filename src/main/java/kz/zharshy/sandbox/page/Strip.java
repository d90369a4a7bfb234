package kz.zharshy.sandbox.page;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import kz.zharshy.sandbox.api.ReceivedCall;
import kz.zharshy.sandbox.fault.Fault;

/** Describes the current state for the strip above the chats. */
record Strip(Page page) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int CALLS = 30;
  private static final int LONGEST = 60;

  ObjectNode describe() {
    ObjectNode strip =
        JSON.createObjectNode()
            .put("budget", page.world().budgetLeft(page.channel()))
            .put("updates", page.world().updates().pending())
            .put("bot", page.channel().bot().status())
            .put("mayPost", page.channel().bot().may("can_post_messages"));
    ObjectNode queue = strip.putObject("queue");
    page.program().queue().get().forEach(queue::put);
    ArrayNode faults = strip.putArray("faults");
    for (Fault fault : page.faults().waiting()) {
      faults
          .addObject()
          .put("name", fault.name())
          .put("method", fault.method())
          .put("times", fault.times());
    }
    ArrayNode calls = strip.putArray("calls");
    List<ReceivedCall> newest = page.calls().newest(CALLS);
    for (ReceivedCall call : newest) {
      calls
          .addObject()
          .put("number", call.number())
          .put("method", call.method())
          .put("about", about(call.params()))
          .put("at", call.at().toEpochMilli())
          .put("status", call.status())
          .put("trouble", call.trouble());
    }
    return strip;
  }

  /** The beginning of the text that the call sends, or else the chat it goes to. */
  private static String about(ObjectNode params) {
    String text = params.path("text").asText(params.path("caption").asText());
    String shown = text.isEmpty() ? params.path("chat_id").asText() : text.strip();
    return shown.substring(
        0, shown.offsetByCodePoints(0, Math.min(LONGEST, shown.codePointCount(0, shown.length()))));
  }
}

package kz.zharshy.sandbox.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/**
 * A call as it came, and how it was answered.
 *
 * @param method the method's name as the client wrote it
 * @param params JSON where JSON was sent; texts where a form was, without the files
 * @param nanoTime the monotonic time at which it had been read
 * @param number counted from 0
 * @param status the HTTP status of the answer; 0 as long as there is none, or where it was lost
 * @param trouble what went wrong, in Telegram's words or the fault's; empty if nothing did
 */
public record ReceivedCall(
    String method,
    ObjectNode params,
    Instant at,
    long nanoTime,
    long number,
    int status,
    String trouble) {
  ReceivedCall answered(int newStatus, String newTrouble) {
    return new ReceivedCall(method, params, at, nanoTime, number, newStatus, newTrouble);
  }
}

/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.examples.store;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.UnknownFieldSet;
import com.google.protobuf.UnknownFieldSet.Field;
import com.google.protobuf.util.JsonFormat;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/** The two encodings of OTLP over HTTP. */
enum OtlpFormat {
  PROTOBUF("application/x-protobuf") {
    @Override
    void decode(byte[] body, Message.Builder target) throws InvalidProtocolBufferException {
      target.mergeFrom(body);
    }

    @Override
    byte[] encode(Message message) {
      return message.toByteArray();
    }

    @Override
    byte[] status(int code, String message) {
      // google.rpc.Status, two fields: not worth a library of all Google messages.
      return UnknownFieldSet.newBuilder()
          .addField(1, Field.newBuilder().addVarint(code).build())
          .addField(
              2, Field.newBuilder().addLengthDelimited(ByteString.copyFromUtf8(message)).build())
          .build()
          .toByteArray();
    }

    @Override
    String hex(ByteString id) {
      return HexFormat.of().formatHex(id.toByteArray());
    }
  },

  JSON("application/json") {
    @Override
    void decode(byte[] body, Message.Builder target) throws InvalidProtocolBufferException {
      String text = new String(body, StandardCharsets.UTF_8);
      if (text.isBlank()) {
        throw new InvalidProtocolBufferException("empty JSON body");
      }
      JsonFormat.parser().ignoringUnknownFields().merge(text, target);
    }

    @Override
    byte[] encode(Message message) throws InvalidProtocolBufferException {
      return JsonFormat.printer()
          .omittingInsignificantWhitespace()
          .print(message)
          .getBytes(StandardCharsets.UTF_8);
    }

    @Override
    byte[] status(int code, String message) {
      return Json.bytes(Json.object().put("code", code).put("message", message));
    }

    /**
     * OTLP writes ids as hex where protobuf's JSON mapping expects base64. Hex digits are base64
     * digits too, so what the parser decoded is undone by encoding it again.
     */
    @Override
    String hex(ByteString id) {
      return Base64.getEncoder().encodeToString(id.toByteArray()).toLowerCase(Locale.ROOT);
    }
  };

  final String contentType;

  OtlpFormat(String contentType) {
    this.contentType = contentType;
  }

  /** Empty for a content type that OTLP does not know. */
  static Optional<OtlpFormat> of(String contentType) {
    int parameters = contentType.indexOf(';');
    String type =
        (parameters < 0 ? contentType : contentType.substring(0, parameters))
            .trim()
            .toLowerCase(Locale.ROOT);
    for (OtlpFormat format : values()) {
      if (format.contentType.equals(type)) {
        return Optional.of(format);
      }
    }
    return Optional.empty();
  }

  abstract void decode(byte[] body, Message.Builder target) throws InvalidProtocolBufferException;

  abstract byte[] encode(Message message) throws InvalidProtocolBufferException;

  /** A google.rpc.Status, which OTLP wants as the body of every failure. */
  abstract byte[] status(int code, String message);

  abstract String hex(ByteString id);
}

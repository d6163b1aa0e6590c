package dev.davit.persistence.vault;

import dev.davit.ports.Binding;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The associated data of a sealed value: version, owner, connection, provider and field, each after
 * its length, so that no two bindings give the same bytes. UTF-16, in which every text has bytes of
 * its own, broken ones too.
 */
final class Associated {
  private Associated() {}

  static byte[] data(Purpose purpose, Binding binding) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (String part :
        List.of(
            purpose.version(),
            binding.owner(),
            binding.connection(),
            binding.provider(),
            binding.field())) {
      byte[] bytes = part.getBytes(StandardCharsets.UTF_16BE);
      out.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
      out.writeBytes(bytes);
    }
    return out.toByteArray();
  }
}

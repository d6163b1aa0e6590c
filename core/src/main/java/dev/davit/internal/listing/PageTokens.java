package dev.davit.internal.listing;

import dev.davit.internal.input.Problems;
import dev.davit.ports.Binding;
import dev.davit.ports.Bytes;
import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.Vault;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Page tokens: where a list goes on, sealed for the one list that it belongs to, since it may hold
 * a provider's address. Opening one makes no call.
 */
public final class PageTokens {
  private static final int LONGEST = 16_384;

  private final Vault vault;

  public PageTokens(Vault vault) {
    this.vault = vault;
  }

  /** The token for a position in the list of this binding. */
  public String seal(String position, Binding list) {
    byte[] plain = position.getBytes(StandardCharsets.UTF_8);
    byte[] sealed = vault.house().seal(plain, list).toArray();
    return text(sealed);
  }

  private static String text(byte[] sealed) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
  }

  /**
   * The position that was sealed.
   *
   * @throws CloudException {@link ErrorKind#INVALID_CURSOR} for anything else, a token of another
   *     list included
   */
  public String open(String token, Binding list) {
    if (token.length() > LONGEST) {
      throw Problems.invalidPageToken();
    }
    try {
      return new String(vault.house().open(sealed(token), list), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException | CloudException e) {
      throw Problems.invalidPageToken();
    }
  }

  /** Decodes the one spelling of each token: the decoder itself takes others for the same bytes. */
  private static Bytes sealed(String token) {
    byte[] sealed = Base64.getUrlDecoder().decode(token);
    if (!text(sealed).equals(token)) {
      throw Problems.invalidPageToken();
    }
    return Bytes.of(sealed);
  }
}

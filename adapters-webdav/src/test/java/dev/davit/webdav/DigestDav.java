package dev.davit.webdav;

import dev.davit.webdav.ScriptedServer.Asked;
import dev.davit.webdav.ScriptedServer.Out;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A server that does nothing before it was convinced by Digest (MD5), takes each count of a nonce
 * once, and lets a test say how long a nonce is good.
 */
final class DigestDav extends MiniDav {
  String password = Davs.PASSWORD;

  /** What it asks for; has a place for the nonce. */
  String challenge = "WWW-Authenticate: Digest realm=\"davit\", qop=\"auth\", nonce=\"%s\"";

  /** How often a nonce may be used. */
  int usesOfANonce = Integer.MAX_VALUE;

  /** Whether it says of a nonce that it was too old, and not just no. */
  boolean saysStale = true;

  /** Whether each good answer has the nonce to be used from then on. */
  boolean saysNext;

  private final Set<String> used = new HashSet<>();
  private int nonces;
  private int uses;

  /** No nonce that it ever gave is good any more, as after a restart. */
  synchronized void forget() {
    nonces++;
    uses = 0;
  }

  private String nonce() {
    return "nonce/" + nonces + "==";
  }

  @Override
  public synchronized void answer(Asked asked, Out out) throws Exception {
    String shown = asked.header("authorization");
    if (!shown.startsWith("Digest ") || !isRight(asked, shown)) {
      ask(out, "");
    } else if (!value(shown, "nonce").equals(nonce()) || ++uses > usesOfANonce) {
      ask(out, saysStale ? ", stale=true" : "");
    } else if (!used.add(nonce() + value(shown, "nc"))) {
      out.status(400);
    } else {
      super.answer(asked, saysNext ? next(out) : out);
    }
  }

  private void ask(Out out, String more) throws IOException {
    forget();
    out.say(401, challenge.formatted(nonce()) + more, "");
  }

  private Out next(Out out) {
    forget();
    String header = "Authentication-Info: qop=auth, nextnonce=\"" + nonce() + "\"\r\n";
    return new Out(
        new FilterOutputStream(out.bytes()) {
          private boolean begun;

          @Override
          public void write(byte[] bytes) throws IOException {
            if (begun) {
              out.write(bytes);
            } else {
              begun = true;
              insert(out, new String(bytes, StandardCharsets.UTF_8), header);
            }
          }
        });
  }

  private static void insert(OutputStream out, String answer, String header) throws IOException {
    int line = answer.indexOf("\r\n") + 2;
    String whole = answer.substring(0, line) + header + answer.substring(line);
    out.write(whole.getBytes(StandardCharsets.UTF_8));
  }

  private boolean isRight(Asked asked, String shown) {
    String user = md5(Davs.USER + ":davit:" + password);
    String request = md5(asked.method() + ":" + asked.path());
    String use = value(shown, "nc") + ":" + value(shown, "cnonce") + ":auth";
    return value(shown, "username").equals(Davs.USER)
        && value(shown, "uri").equals(asked.path())
        && value(shown, "response")
            .equals(md5(user + ":" + value(shown, "nonce") + ":" + use + ":" + request));
  }

  static String value(String header, String name) {
    Matcher matcher = Pattern.compile("[ ,]" + name + "=\"?([^\",]*)").matcher(header);
    return matcher.find() ? matcher.group(1) : "";
  }

  private static String md5(String text) {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}

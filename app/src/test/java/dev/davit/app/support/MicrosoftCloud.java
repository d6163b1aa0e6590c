package dev.davit.app.support;

import dev.davit.emulator.microsoft.Decision;
import dev.davit.emulator.microsoft.MicrosoftAccount;
import dev.davit.emulator.microsoft.MicrosoftEmulator;
import dev.davit.emulator.microsoft.graph.GraphEmulator;
import dev.davit.emulator.microsoft.graph.GraphItems;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** An emulated Microsoft with OneDrive. */
public final class MicrosoftCloud
    extends OAuthCloud<MicrosoftEmulator, MicrosoftAccount, Decision> {
  private final GraphEmulator graph;

  private MicrosoftCloud(MicrosoftEmulator microsoft, GraphEmulator graph) {
    super(microsoft, "onedrive", MicrosoftEmulator.CLIENT.secret());
    this.graph = graph;
  }

  /** Starts one in a folder of its own. */
  public static MicrosoftCloud start(Path place) {
    GraphEmulator graph = new GraphEmulator();
    return new MicrosoftCloud(MicrosoftEmulator.at(place).with(graph).start(), graph);
  }

  public MicrosoftEmulator microsoft() {
    return emulator();
  }

  public GraphEmulator graph() {
    return graph;
  }

  @Override
  public Map<String, String> settings() {
    return Map.of(
        "DAVIT_MICROSOFT_CLIENT_ID", MicrosoftEmulator.CLIENT.id(),
        "DAVIT_MICROSOFT_CLIENT_SECRET", MicrosoftEmulator.CLIENT.secret(),
        "DAVIT_DEV_MICROSOFT_URL", microsoft().url().toString());
  }

  @Override
  public MicrosoftAccount account(String email, String file) {
    MicrosoftAccount account = microsoft().addAccount(email);
    GraphItems items = graph.items();
    byte[] text = ("the text of " + file).getBytes(StandardCharsets.UTF_8);
    items.addFile(items.root(account), file, text);
    return account;
  }

  @Override
  public List<String> sha256(MicrosoftAccount account, String file) {
    GraphItems items = graph.items();
    return items.named(items.root(account), file).stream().map(items::sha256).toList();
  }

  @Override
  public void revoke(MicrosoftAccount account) {
    microsoft().revoke(account);
  }

  @Override
  public int grants(MicrosoftAccount account) {
    return microsoft().liveRefreshTokens(account, MicrosoftEmulator.CLIENT);
  }

  /** Whoever is proposed another account says there that it is to be this one. */
  @Override
  URI consent(URI page, MicrosoftAccount account, Decision decision) {
    String hint = "login_hint=" + Client.encoded(account.email());
    URI wanted = URI.create(page.toString().replaceFirst("login_hint=[^&]*", hint));
    return microsoft().consent(wanted, account, decision);
  }

  @Override
  Decision allowing() {
    return Decision.ACCEPT;
  }

  @Override
  Set<String> refreshTokens() {
    return Set.of("M.C540_BAY", "1.AXoA");
  }
}

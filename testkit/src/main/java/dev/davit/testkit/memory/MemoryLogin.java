package dev.davit.testkit.memory;

import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.Secret;
import dev.davit.ports.SecretFields;
import dev.davit.ports.storage.Authentication;
import dev.davit.ports.storage.Grant;
import dev.davit.ports.storage.PageLogin;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Log-in by user name and password, or on a page. */
record MemoryLogin(MemoryServer server) implements Authentication.Fields {
  @Override
  public Grant verify(SecretFields fields) {
    String username = fields.require("username");
    Secret password = new Secret(fields.require("password"));
    server.faults().before("verify");
    if (server.login(username, password).isEmpty()) {
      throw new CloudException(
          ErrorKind.CREDENTIALS_REFUSED, "The user name or the password is wrong.");
    }
    return grant(username, password);
  }

  @Override
  public void revoke(SecretFields fields) {
    server.faults().before("revoke");
  }

  @Override
  public Optional<PageLogin> pageLogin() {
    return Optional.of(server.pages());
  }

  static Grant grant(String username, Secret password) {
    SecretFields kept =
        new SecretFields(Map.of("username", new Secret(username), "password", password));
    return new Grant(kept, "account:" + username, username, Set.of());
  }
}

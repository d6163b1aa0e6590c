package dev.davit.app.leaving;

import dev.davit.persistence.sql.SqlSettings;
import dev.davit.persistence.sql.SqlStores;
import dev.davit.persistence.vault.TinkVault;
import dev.davit.ports.Secret;
import dev.davit.testservers.PostgresDatabase;
import dev.davit.testservers.PostgresServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/** Databases of one kind, of which copies can be made. */
enum Premises {
  SQLITE {
    @Override
    Site open(Path place, URI google) {
      Site site = new Site(url(place.resolve("davit.db")), "", "", place, google);
      SqlStores.open(SqlSettings.of(site.database())).close();
      return site;
    }

    @Override
    Site copy(Site site, int number) {
      Path copy = site.place().resolve("copy" + number + ".db");
      try {
        Files.copy(site.place().resolve("davit.db"), copy);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return site.with(url(copy));
    }

    private static String url(Path file) {
      return "jdbc:sqlite:" + file;
    }
  },

  POSTGRESQL {
    @Override
    Site open(Path place, URI google) {
      PostgresDatabase made = PostgresServer.shared().createDatabase();
      Site site = new Site(made.url(), made.user(), made.password(), place, google);
      Secret password = new Secret(made.password());
      SqlStores.open(SqlSettings.of(made.url()).withLogin(made.user(), password)).close();
      return site;
    }

    @Override
    Site copy(Site site, int number) {
      String name = site.database().substring(site.database().lastIndexOf('/') + 1);
      PostgresDatabase from =
          new PostgresDatabase(name, site.database(), site.user(), site.password());
      return site.with(PostgresServer.shared().createDatabase(from).url());
    }
  };

  /** A new database with nothing in it, beside a keyset. */
  abstract Site open(Path place, URI google);

  /** A database with all that is in another one, which nobody has opened now. */
  abstract Site copy(Site site, int number);

  /** A new site. */
  Site site(Path place, URI google) {
    try {
      Files.createDirectories(place);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Site site = open(place, google);
    TinkVault.create(site.keyset());
    return site;
  }
}

package dev.davit;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Houses over the database and the vault of production, for one test after the other. */
interface Houses {
  /** A house with nothing in it. */
  TestHouse fresh();

  /** The last house's database, for somebody who goes past Davit; the caller's to close. */
  Connection database() throws SQLException;

  /** Files with every byte of the last house's database. */
  List<Path> dump() throws IOException;

  /** Closes those that are open. */
  void close();

  /** Ends what all of them share. */
  void end();
}

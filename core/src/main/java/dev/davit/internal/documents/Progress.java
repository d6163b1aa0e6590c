package dev.davit.internal.documents;

/** Is told how a content is read. What it throws ends the reading. */
interface Progress {
  /** Nobody listens. */
  Progress NONE =
      new Progress() {
        @Override
        public void flowing() {}

        @Override
        public void ended(long size, String sha256) {}
      };

  /** More bytes were read. */
  void flowing();

  /**
   * The last byte was read, and has not been handed on yet.
   *
   * @param size how many there were
   * @param sha256 of all of them, in lower-case hex
   */
  void ended(long size, String sha256);
}

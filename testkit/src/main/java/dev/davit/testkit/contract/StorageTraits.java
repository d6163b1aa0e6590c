package dev.davit.testkit.contract;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * In what storages may differ and still be right. Start from {@link #usual} and say what is
 * otherwise.
 *
 * @param names which names it takes; every other must be {@code INVALID_REQUEST}
 * @param caseSensitive whether {@code a} and {@code A} are two files
 * @param formSensitive whether the composed and the decomposed form of a letter are two names
 * @param idsSurviveMoves whether an entry keeps its id when it is moved or renamed; otherwise the
 *     old id is gone
 * @param secrets texts that no error may show: passwords, tokens
 * @param knownDeviations where it falls short
 */
public record StorageTraits(
    Predicate<String> names,
    boolean caseSensitive,
    boolean formSensitive,
    boolean idsSurviveMoves,
    List<String> secrets,
    Set<Deviation> knownDeviations) {
  public StorageTraits {
    secrets = List.copyOf(secrets);
    knownDeviations = Set.copyOf(knownDeviations);
  }

  /**
   * Names of 1 to 255 bytes without slash and NUL, but not {@code .} and {@code ..}; each spelling
   * is a name of its own; ids change with a move; no deviation.
   */
  public static StorageTraits usual() {
    return new StorageTraits(Names::isUsual, true, true, false, List.of(), Set.of());
  }

  /** These traits, with other names. */
  public StorageTraits withNames(Predicate<String> taken) {
    return new StorageTraits(
        taken, caseSensitive, formSensitive, idsSurviveMoves, secrets, knownDeviations);
  }

  /** These traits, but {@code a} and {@code A} are one file. */
  public StorageTraits withoutCase() {
    return new StorageTraits(
        names, false, formSensitive, idsSurviveMoves, secrets, knownDeviations);
  }

  /** These traits, but both forms of a letter are one name. */
  public StorageTraits withoutForms() {
    return new StorageTraits(
        names, caseSensitive, false, idsSurviveMoves, secrets, knownDeviations);
  }

  /** These traits, but ids survive moves. */
  public StorageTraits withLastingIds() {
    return new StorageTraits(names, caseSensitive, formSensitive, true, secrets, knownDeviations);
  }

  /** These traits, with texts that no error may show. */
  public StorageTraits withSecrets(String... texts) {
    return new StorageTraits(
        names, caseSensitive, formSensitive, idsSurviveMoves, List.of(texts), knownDeviations);
  }

  /** These traits, with known deviations. */
  public StorageTraits withDeviations(Deviation... deviations) {
    return new StorageTraits(
        names, caseSensitive, formSensitive, idsSurviveMoves, secrets, Set.of(deviations));
  }

  boolean has(Deviation deviation) {
    return knownDeviations.contains(deviation);
  }
}

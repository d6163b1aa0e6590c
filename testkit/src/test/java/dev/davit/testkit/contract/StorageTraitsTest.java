package dev.davit.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What is said of a storage is held to, also where it says that it falls short. */
class StorageTraitsTest {
  private static final StorageTraits TRAITS = StorageTraits.usual().withLastingIds();

  @Test
  void aKnownDeviation_passes() {
    assertThat(failures(WritingMutants.OPENED_FIRST, Deviation.OPENS_CONTENT_BEFORE_CONFLICT))
        .isEmpty();
    assertThat(failures(WritingMutants.NO_ETAG, Deviation.NO_ETAG)).isEmpty();
    assertThat(failures(KnownMutants.WEAK_ETAGS, Deviation.WEAK_ETAGS)).isEmpty();
    assertThat(failures(KnownMutants.HIDES_DOT_NAMES, Deviation.HIDES_DOT_NAMES)).isEmpty();
    assertThat(failures(KnownMutants.busyWhileWritten(), Deviation.BUSY_WHILE_WRITTEN)).isEmpty();
  }

  @Test
  void aDeviationThatIsNotSaid_fails() {
    assertThat(failures(original(BodyRules.class), TRAITS))
        .hasSize(2)
        .allMatch(rule -> rule.endsWith("_andIsNeverHeldWhole"));
  }

  @Test
  void aDeviationThatIsMended_fails() {
    assertThat(failures(original(EtagRules.class), Deviation.NO_ETAG)).isNotEmpty();
    assertThat(failures(original(EtagRules.class), Deviation.WEAK_ETAGS)).isNotEmpty();
    assertThat(failures(original(NameRules.class), Deviation.HIDES_DOT_NAMES)).isNotEmpty();
    assertThat(failures(original(RecoverRules.class), Deviation.BUSY_WHILE_WRITTEN))
        .containsExactly("list_whileAFileIsBeingWritten_isAnsweredOrRefused");
    assertThat(failures(original(ConflictRules.class), Deviation.OPENS_CONTENT_BEFORE_CONFLICT))
        .isNotEmpty();
  }

  @Test
  void aStorageThatFoldsNames_passesOnlyWhereItSaysSo() {
    String inCase = "names_thatDifferInCase";
    String inForm = "names_thatDifferInTheFormOfALetter";
    assertThat(failures(WritingMutants.LOWER_CASE, TRAITS)).contains(inCase);
    assertThat(failures(WritingMutants.LOWER_CASE, TRAITS.withoutCase())).doesNotContain(inCase);
    assertThat(failures(WritingMutants.COMPOSED, TRAITS)).contains(inForm);
    assertThat(failures(WritingMutants.COMPOSED, TRAITS.withoutForms())).isEmpty();
    assertThat(failures(original(NameRules.class), TRAITS.withoutCase())).containsExactly(inCase);
    assertThat(failures(original(NameRules.class), TRAITS.withoutForms())).containsExactly(inForm);
  }

  @Test
  void idsThatLast_areNotThoseThatDoNot() {
    assertThat(failures(original(MoveRules.class), StorageTraits.usual())).isNotEmpty();
  }

  @Test
  void aSecretInAMessage_fails() {
    StorageTraits telling = TRAITS.withSecrets("no such file");
    assertThat(failures(original(DeleteRules.class), telling)).isNotEmpty();
  }

  private static Mutant original(Class<?> section) {
    return new Mutant("none", section, UnaryOperator.identity());
  }

  private static List<String> failures(Mutant mutant, Deviation deviation) {
    return failures(mutant, TRAITS.withDeviations(deviation));
  }

  private static List<String> failures(Mutant mutant, StorageTraits traits) {
    return Section.failures(mutant.section(), () -> mutant.setup(traits));
  }
}

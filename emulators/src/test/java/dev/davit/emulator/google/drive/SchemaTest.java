package dev.davit.emulator.google.drive;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.api.client.json.GenericJson;
import com.google.api.client.util.ClassInfo;
import com.google.api.services.drive.model.About;
import com.google.api.services.drive.model.ChangeList;
import com.google.api.services.drive.model.DriveList;
import com.google.api.services.drive.model.File;
import com.google.api.services.drive.model.FileList;
import com.google.api.services.drive.model.GeneratedIds;
import com.google.api.services.drive.model.StartPageToken;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The fields that are known here are those of the vendor's model. */
class SchemaTest {
  @ParameterizedTest
  @ValueSource(
      classes = {
        About.class,
        ChangeList.class,
        DriveList.class,
        File.class,
        File.Capabilities.class,
        FileList.class,
        GeneratedIds.class,
        StartPageToken.class
      })
  void fields_areTheVendors(Class<? extends GenericJson> model) {
    String type = model.getName().replaceAll(".*[.]", "").replace('$', '.');
    for (String name : ClassInfo.of(model).getNames()) {
      assertThat(Schema.field(type, name)).as(type + " " + name).isPresent();
    }
    assertThat(Schema.field(type, "etag")).isEmpty();
  }
}

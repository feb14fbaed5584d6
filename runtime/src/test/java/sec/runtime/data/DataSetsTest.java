package sec.runtime.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DataSetsTest {

  @Test
  void findsEveryDataSetByItsName() {
    assertEquals(
        List.of("shapes", "cifar10", "cifar100", "svhn", "folder", "flat"), DataSets.names());
    for (ImageDataSource source : DataSets.all()) {
      assertSame(source, DataSets.named(source.name()).orElseThrow());
    }
    assertEquals(Optional.empty(), DataSets.named("cifar"));
  }

  @Test
  void namesDifferAndDescriptionsAreOneLine() {
    assertEquals(DataSets.all().size(), new HashSet<>(DataSets.names()).size());
    for (ImageDataSource source : DataSets.all()) {
      assertTrue(source.name().matches("[a-z0-9-]+"), source.name());
      assertTrue(source.description().matches(".{10,120}"), source.description());
    }
  }

  @Test
  void theDefaultNeedsNoFiles() {
    assertFalse(DataSets.byDefault().options().contains(LoadOption.FOLDER));
  }
}

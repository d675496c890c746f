// Drives veraPDF: `java Vera ua1,3a FILE.pdf...` prints one line a file and profile, and what failed. Exit 1 if any did.

import java.io.FileInputStream;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

public class Vera {
  public static void main(String[] arguments) throws Exception {
    VeraGreenfieldFoundryProvider.initialise();
    int bad = 0;
    for (int file = 1; file < arguments.length; file++) {
      for (String profile : arguments[0].split(",")) {
        PDFAFlavour flavour = PDFAFlavour.fromString(profile);
        try (PDFAParser parser =
                Foundries.defaultInstance().createParser(new FileInputStream(arguments[file]), flavour);
            PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
          ValidationResult result = validator.validate(parser);
          System.out.println(arguments[file] + " " + flavour.getId() + " compliant=" + result.isCompliant());
          for (TestAssertion assertion : result.getTestAssertions()) {
            if (assertion.getStatus() == TestAssertion.Status.FAILED) {
              System.out.println("  " + assertion.getRuleId().getClause() + "-"
                  + assertion.getRuleId().getTestNumber() + ": " + assertion.getMessage());
            }
          }
          if (!result.isCompliant()) {
            bad++;
          }
        }
      }
    }
    System.exit(bad == 0 ? 0 : 1);
  }
}

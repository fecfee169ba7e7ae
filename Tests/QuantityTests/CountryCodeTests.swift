import Quantities
import Testing

@Suite struct CountryCodeTests {
  @Test func aCodeIsTwoCapitals() {
    #expect(CountryCode("JM")?.description == "JM" && CountryCode("QM") != nil)
    for text in ["", "J", "jm", "Jm", "JAM", "J1", "J ", "JM,CU", "ÉO", "ＪＭ", "RU.KGD"] {
      #expect(CountryCode(text) == nil, "\(text)")
    }
    #expect(CountryCode.meant(by: " jm ")?.description == "JM")
    #expect(CountryCode.meant(by: "Jamaica") == nil)
  }
}

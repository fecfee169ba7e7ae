import Quantities
import Testing

@Suite struct JsonTests {
  /// Numbers at the ends of what a double holds are written as numbers, to six digits.
  @Test(arguments: [
    Double.leastNonzeroMagnitude, 0x1p-1030, 1e-303, 1e-299, 1e-5, 1.0 / 3, 1_234_567, 1e300,
  ])
  func shortNumbersAreNumbers(value: Double) throws {
    for signed in [value, -value] {
      let written = try #require(Double(Json.short(signed)))
      #expect(abs(written / signed - 1) < 5e-6, "\(Json.short(signed))")
    }
  }

  @Test func shortNumbersAreShort() {
    #expect(Json.short(1e-303) == "1e-303" && Json.short(-2.5) == "-2.5")
    #expect(Json.short(1.0 / 3) == "0.333333" && Json.short(1_234_567) == "1234570")
    #expect(Json.short(0) == "0")
  }
}

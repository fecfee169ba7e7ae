import Geodesy
import Testing

@Suite struct EsriTextTests {
  /// ESRI's names of the three projections, in metres.
  @Test(arguments: [
    ((50.0, 20.0, 58.0, 30.0), "Lambert_Azimuthal_Equal_Area"),
    ((50.0, 0.0, 58.0, 40.0), "Albers"), ((-5.0, 0.0, 5.0, 60.0), "Cylindrical_Equal_Area"),
  ])
  func projectionsHaveEsrisNames(
    _ edges: (Double, Double, Double, Double), _ name: String
  ) {
    let projection = MapProjection(
      south: edges.0, west: edges.1, north: edges.2, east: edges.3)
    let text = projection.esriText
    #expect(text.hasPrefix("PROJCS[") && text.contains("PROJECTION[\"\(name)\"]"), "\(text)")
    #expect(text.contains("UNIT[\"Meter\",1.0]"), "\(text)")
  }
}

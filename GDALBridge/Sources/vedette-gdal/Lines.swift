import ArgumentParser
import CGDAL
import Foundation

/// Roads or railways of a map, feature by feature: nothing is held but one feature and what the driver holds.
struct Lines {
  enum Kind: String, ExpressibleByArgument, CaseIterable { case road, rail }

  private let kind: Kind
  private let classes: Set<String>

  private static let roads = ["motorway", "trunk", "primary", "secondary", "tertiary"]
  /// Fields that say of which class a line is: OpenStreetMap's, Geofabrik's, and plain ones.
  private static let fields: [Kind: [String]] = [
    .road: ["highway", "fclass", "class", "type"], .rail: ["railway", "fclass", "class", "type"],
  ]

  /// - Parameter classes: those that are wanted; empty takes the usual ones.
  init(_ kind: Kind, classes: [String]) {
    self.kind = kind
    let usual = kind == .rail ? ["rail"] : Lines.roads + Lines.roads.map { "\($0)_link" }
    self.classes = Set(classes.isEmpty ? usual : classes)
  }

  func write(
    _ path: String, layer: String?, to out: URL, progress: (Double) -> Void
  ) throws {
    let source = try GdalFile(path, vector: true, beside: true)
    let count = GDALDatasetGetLayerCount(source.handle)
    let names = (0..<count).compactMap { index in
      GDALDatasetGetLayer(source.handle, index).flatMap { OGR_L_GetName($0) }
        .map { String(cString: $0) }
    }
    if let layer, !names.contains(layer) {
      throw Refusal("\(path): no layer '\(layer)'; it has \(names.joined(separator: ", "))")
    }
    let part = out.path + ".part"
    guard let file = fopen(part, "w") else { throw Refusal("cannot write \(part)") }
    var isOpen = true
    defer {
      if isOpen { fclose(file) }
      unlink(part)
    }
    fputs("vedette-lines-1\n", file)
    let world = try Lines.world()
    defer { OSRDestroySpatialReference(world) }
    // feature by feature over all layers, as a file of OpenStreetMap has to be read
    GDALDatasetResetReading(source.handle)
    CPLErrorReset()
    var share = 0.0
    var from: OGRLayerH?
    while let feature = GDALDatasetGetNextFeature(source.handle, &from, &share, nil, nil) {
      defer { OGR_F_Destroy(feature) }
      progress(max(0, min(1, share)))
      if let layer, let from, String(cString: OGR_L_GetName(from)) != layer { continue }
      guard let head = head(feature) else { continue }
      for line in try lines(feature, world) {
        guard fputs("\(head)\(line)\n", file) >= 0 else { throw Refusal("cannot write \(part)") }
      }
    }
    if CPLGetLastErrorType() == CE_Failure { throw Refusal.gdal(path) }
    isOpen = false
    guard fclose(file) == 0, rename(part, out.path) == 0 else {
      throw Refusal("cannot write \(out.path): \(String(cString: strerror(errno)))")
    }
  }

  private static func world() throws -> OGRSpatialReferenceH {
    guard let reference = OSRNewSpatialReference(nil),
      OSRImportFromEPSG(reference, 4326) == OGRERR_NONE
    else { throw Refusal("PROJ does not know EPSG:4326") }
    OSRSetAxisMappingStrategy(reference, OAMS_TRADITIONAL_GIS_ORDER)
    return reference
  }

  /// Class, gauge, speed and bridge; nil for what is not wanted.
  private func head(_ feature: OGRFeatureH) -> String? {
    let tags = Tags(feature)
    let found = Lines.fields[kind]!.lazy.compactMap { tags[$0] }.first
    if let found {
      guard classes.contains(found) else { return nil }
    } else if tags.hasOthers || Lines.fields[kind]!.contains(where: tags.has) {
      return nil
    }
    // of a file that knows no classes every line is wanted
    if kind == .rail, tags["service"] != nil { return nil }
    let name = (found ?? "line").filter { $0.isASCII && !$0.isWhitespace }
    let gauge = tags["gauge"].flatMap(Lines.number) ?? 0
    let speed = tags["maxspeed"].flatMap(Lines.number) ?? 0
    let isBridge = tags["bridge"].map { !["", "no", "F", "0"].contains($0) } ?? false
    return "\(name) \(gauge) \(speed) \(isBridge ? 1 : 0)"
  }

  /// The first whole number of a text, `1520;1435` as 1520; nil where it does not begin with one.
  private static func number(_ text: String) -> Int? {
    Int(text.prefix { $0.isASCII && $0.isNumber }).flatMap { $0 <= 9_999 ? $0 : nil }
  }

  /// The points of every line of a feature.
  private func lines(_ feature: OGRFeatureH, _ world: OGRSpatialReferenceH) throws -> [String] {
    guard let shape = OGR_F_GetGeometryRef(feature) else { return [] }
    if let own = OGR_G_GetSpatialReference(shape), OSRIsSame(own, world) == 0 {
      CPLErrorReset()
      guard OGR_G_TransformTo(shape, world) == OGRERR_NONE else { throw Refusal.gdal("a line") }
    }
    let parts = OGR_G_GetGeometryCount(shape)
    let all = parts == 0 ? [shape] : (0..<parts).compactMap { OGR_G_GetGeometryRef(shape, $0) }
    return all.compactMap { line in
      guard wkbFlatten(OGR_G_GetGeometryType(line)) == wkbLineString else { return nil }
      let count = OGR_G_GetPointCount(line)
      guard count > 1 else { return nil }
      var text = ""
      for index in 0..<count {
        let (x, y) = (OGR_G_GetX(line, index), OGR_G_GetY(line, index))
        guard abs(x) <= 180, abs(y) <= 90 else { return nil }
        text += " \(Int((x * 1e7).rounded())) \(Int((y * 1e7).rounded()))"
      }
      return text
    }
  }

  private func wkbFlatten(_ type: OGRwkbGeometryType) -> OGRwkbGeometryType { OGR_GT_Flatten(type) }
}

/// The tags of a feature: its fields, and those that a file of OpenStreetMap has in one field together.
private struct Tags {
  private let feature: OGRFeatureH
  private let others: String

  init(_ feature: OGRFeatureH) {
    self.feature = feature
    others = Tags.field("other_tags", of: feature) ?? ""
  }

  /// Whether tags stand in one field together, as the driver of OpenStreetMap makes it.
  var hasOthers: Bool { has("other_tags") }

  /// Whether the file has a field, with a value here or not.
  func has(_ name: String) -> Bool { OGR_F_GetFieldIndex(feature, name) >= 0 }

  subscript(_ name: String) -> String? {
    if let own = Tags.field(name, of: feature) { return own }
    guard let start = others.range(of: "\"\(name)\"=>\"") else { return nil }
    return String(others[start.upperBound...].prefix { $0 != "\"" })
  }

  private static func field(_ name: String, of feature: OGRFeatureH) -> String? {
    let index = OGR_F_GetFieldIndex(feature, name)
    guard index >= 0, OGR_F_IsFieldSetAndNotNull(feature, index) != 0,
      let text = OGR_F_GetFieldAsString(feature, index)
    else { return nil }
    let word = String(cString: text)
    return word.isEmpty ? nil : word
  }
}

internal import Findings
internal import GRDB

/// Writes tables, layers and views into a GeoPackage, with a sentence for each of them and for their columns.
///
/// Source: OGC 12-128r18, GeoPackage 1.3.1; the sentences are its schema extension. `layer_styles` is QGIS's own table.
struct GeoPackageWriter {
  let database: Database
  /// What stands as the time of the last change: the newest day that the scenario speaks of, so that equal runs are equal bytes.
  let changed: String

  init(_ database: Database, changed: String) throws {
    (self.database, self.changed) = (database, changed)
    try database.execute(sql: GeoPackageWriter.frame)
  }

  /// The tables that make a GeoPackage of a database.
  private static let frame = """
    PRAGMA application_id = 0x47504B47;
    PRAGMA user_version = 10301;
    CREATE TABLE gpkg_spatial_ref_sys (
      srs_name TEXT NOT NULL, srs_id INTEGER NOT NULL PRIMARY KEY, organization TEXT NOT NULL,
      organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT);
    INSERT INTO gpkg_spatial_ref_sys VALUES
      ('Undefined cartesian SRS', -1, 'NONE', -1, 'undefined', 'undefined cartesian coordinate reference system'),
      ('Undefined geographic SRS', 0, 'NONE', 0, 'undefined', 'undefined geographic coordinate reference system'),
      ('WGS 84 geodetic', 4326, 'EPSG', 4326, 'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563,AUTHORITY["EPSG","7030"]],AUTHORITY["EPSG","6326"]],PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],AXIS["Latitude",NORTH],AXIS["Longitude",EAST],AUTHORITY["EPSG","4326"]]', 'longitude and latitude in decimal degrees on the WGS 84 ellipsoid');
    CREATE TABLE gpkg_contents (
      table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE,
      description TEXT DEFAULT '', last_change DATETIME NOT NULL, min_x DOUBLE, min_y DOUBLE,
      max_x DOUBLE, max_y DOUBLE, srs_id INTEGER REFERENCES gpkg_spatial_ref_sys(srs_id));
    CREATE TABLE gpkg_geometry_columns (
      table_name TEXT NOT NULL UNIQUE REFERENCES gpkg_contents(table_name),
      column_name TEXT NOT NULL, geometry_type_name TEXT NOT NULL, srs_id INTEGER NOT NULL
        REFERENCES gpkg_spatial_ref_sys(srs_id), z TINYINT NOT NULL, m TINYINT NOT NULL,
      PRIMARY KEY (table_name, column_name));
    CREATE TABLE gpkg_extensions (
      table_name TEXT, column_name TEXT, extension_name TEXT NOT NULL, definition TEXT NOT NULL,
      scope TEXT NOT NULL, UNIQUE (table_name, column_name, extension_name));
    INSERT INTO gpkg_extensions VALUES
      ('gpkg_data_columns', NULL, 'gpkg_schema', 'http://www.geopackage.org/spec131/#extension_schema', 'read-write'),
      ('gpkg_data_column_constraints', NULL, 'gpkg_schema', 'http://www.geopackage.org/spec131/#extension_schema', 'read-write');
    CREATE TABLE gpkg_data_columns (
      table_name TEXT NOT NULL, column_name TEXT NOT NULL, name TEXT, title TEXT, description TEXT,
      mime_type TEXT, constraint_name TEXT, PRIMARY KEY (table_name, column_name));
    CREATE TABLE gpkg_data_column_constraints (
      constraint_name TEXT NOT NULL, constraint_type TEXT NOT NULL, value TEXT, min NUMERIC,
      min_is_inclusive BOOLEAN, max NUMERIC, max_is_inclusive BOOLEAN, description TEXT,
      UNIQUE (constraint_name, constraint_type, value));
    CREATE TABLE layer_styles (
      id INTEGER PRIMARY KEY AUTOINCREMENT, f_table_catalog TEXT, f_table_schema TEXT,
      f_table_name TEXT, f_geometry_column TEXT, styleName TEXT, styleQML TEXT, styleSLD TEXT,
      useAsDefault BOOLEAN, description TEXT, owner TEXT, ui TEXT, update_time DATETIME);
    INSERT INTO gpkg_contents (table_name, data_type, identifier, description, last_change)
      VALUES ('layer_styles', 'attributes', 'layer_styles', 'Styles as QGIS reads them.', '1970-01-01T00:00:00.000Z');

    """

  // MARK: tables

  /// A table without geometry.
  func add(_ sheet: Sheet) throws {
    try create(sheet, geometry: nil)
    try describe(sheet.name, sheet.sentence, sheet.columns, kind: "attributes")
    try fill(sheet, nil)
  }

  /// A layer.
  func add(_ features: Features) throws {
    let sheet = features.sheet
    try create(sheet, geometry: features.kind)
    try describe(
      sheet.name, sheet.sentence, sheet.columns, kind: "features",
      bounds: GeoPackageWriter.bounds(features.geometries))
    try place(sheet.name, features.kind)
    try fill(sheet, features.geometries)
    try style(sheet.name, features.style)
  }

  /// A query that reads as a table, or as a layer where it has a column `geom`; its first column is a whole number that
  /// names the row.
  func add(
    view name: String, _ sentence: String, _ columns: [Sheet.Column], _ query: String,
    _ kind: Features.Kind? = nil, style: String = "", bounds: [Features.Geometry?] = []
  ) throws {
    try database.execute(sql: "CREATE VIEW \(quoted(name)) AS \(query);")
    try describe(
      name, sentence, columns, kind: kind == nil ? "attributes" : "features",
      bounds: GeoPackageWriter.bounds(bounds))
    guard let kind else { return }
    try place(name, kind)
    try self.style(name, style)
  }

  private func create(_ sheet: Sheet, geometry: Features.Kind?) throws {
    let columns =
      ["fid INTEGER PRIMARY KEY NOT NULL"] + (geometry.map { ["geom \($0.rawValue)"] } ?? [])
      + sheet.columns.map { "\(quoted($0.name)) \(GeoPackageWriter.type($0.kind))" }
    try database.execute(
      sql: "CREATE TABLE \(quoted(sheet.name)) (\(columns.joined(separator: ", ")));")
  }

  private static func type(_ kind: Sheet.Kind) -> String {
    switch kind {
    case .text: "TEXT"
    case .integer: "INTEGER"
    case .real: "REAL"
    }
  }

  private func fill(_ sheet: Sheet, _ geometries: [Features.Geometry?]?) throws {
    let count = sheet.columns.count + 1 + (geometries == nil ? 0 : 1)
    let insert = try database.makeStatement(
      sql:
        "INSERT INTO \(quoted(sheet.name)) VALUES (\(marks(count)))")
    for (index, row) in sheet.rows.enumerated() {
      var values: [Value] = [.integer(index + 1)]
      if let geometries {
        values.append(geometries[index].map { .blob(GeometryBlob.bytes($0)) } ?? .null)
      }
      try insert.run(values + row.map(Value.init))
    }
  }

  // MARK: what stands in it

  private func describe(
    _ name: String, _ sentence: String, _ columns: [Sheet.Column], kind: String,
    bounds: (low: Features.Point, high: Features.Point)? = nil
  ) throws {
    try database.makeStatement(sql: "INSERT INTO gpkg_contents VALUES (\(marks(10)))").run(
      [.text(name), .text(kind), .text(name), .text(sentence), .text(changed)]
        + (bounds.map { [.real($0.low.x), .real($0.low.y), .real($0.high.x), .real($0.high.y)] }
          ?? [.null, .null, .null, .null])
        + [kind == "features" ? .integer(Int(GeometryBlob.srs)) : .null])
    let insert = try database.makeStatement(
      sql: "INSERT INTO gpkg_data_columns VALUES (\(marks(7)))")
    for column in columns {
      try insert.run([
        .text(name), .text(column.name), .text("\(name).\(column.name)"), .null,
        .text(column.sentence), .null, .null,
      ])
    }
  }

  private func place(_ name: String, _ kind: Features.Kind) throws {
    try database.makeStatement(sql: "INSERT INTO gpkg_geometry_columns VALUES (\(marks(6)))").run([
      .text(name), .text("geom"), .text(kind.rawValue), .integer(Int(GeometryBlob.srs)),
      .integer(0), .integer(0),
    ])
  }

  private func style(_ name: String, _ qml: String) throws {
    guard !qml.isEmpty else { return }
    try database.makeStatement(
      sql:
        "INSERT INTO layer_styles (f_table_catalog, f_table_schema, f_table_name, f_geometry_column, styleName, styleQML, styleSLD, useAsDefault, description, owner, update_time) VALUES ('', '', ?, 'geom', ?, ?, '', 1, '', '', ?)"
    ).run([.text(name), .text(name), .text(qml), .text(changed)])
  }

  private static func bounds(
    _ geometries: [Features.Geometry?]
  ) -> (low: Features.Point, high: Features.Point)? {
    let all = geometries.compactMap(\.self).map(GeometryBlob.bounds)
    guard let first = all.first else { return nil }
    return all.dropFirst().reduce(first) {
      (pointwiseMin($0.low, $1.low), pointwiseMax($0.high, $1.high))
    }
  }
}

/// A name in SQL.
func quoted(_ name: String) -> String { "\"\(name.replacing("\"", with: "\"\""))\"" }

/// So many places for values.
func marks(_ count: Int) -> String { Array(repeating: "?", count: count).joined(separator: ", ") }

extension Value {
  init(_ cell: Sheet.Cell) {
    self =
      switch cell {
      case .empty: .null
      case .text(let text): .text(text)
      case .integer(let number): .integer(number)
      case .real(let number): .real(number)
      }
  }
}

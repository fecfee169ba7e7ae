/// Styles as QGIS reads them: beside a file under the same name, or in a GeoPackage's table.
public enum Qml {
  /// Colours by the text of a field.
  ///
  /// - Parameter classes: value, words and colour as `#rrggbb`, in the order of the legend.
  public static func categories(
    field: String, _ classes: [(value: String, words: String, fill: String)]
  ) -> String {
    let categories = classes.enumerated().map { index, part in
      "<category render=\"true\" symbol=\"\(index)\" value=\"\(Html.escape(part.value))\" "
        + "label=\"\(Html.escape(part.words))\" type=\"string\"/>"
    }
    let symbols = classes.enumerated().map { index, part in
      "<symbol type=\"fill\" name=\"\(index)\" alpha=\"0.85\" clip_to_extent=\"1\" force_rhr=\"0\">"
        + "<layer class=\"SimpleFill\" enabled=\"1\" locked=\"0\" pass=\"0\">"
        + "<prop k=\"color\" v=\"\(rgb(part.fill))\"/><prop k=\"style\" v=\"solid\"/>"
        + "<prop k=\"outline_color\" v=\"28,34,39,80\"/><prop k=\"outline_style\" v=\"solid\"/>"
        + "<prop k=\"outline_width\" v=\"0.1\"/><prop k=\"outline_width_unit\" v=\"MM\"/>"
        + "</layer></symbol>"
    }
    return head
      + "<renderer-v2 type=\"categorizedSymbol\" attr=\"\(Html.escape(field))\" "
      + "enableorderby=\"0\" forceraster=\"0\" symbollevels=\"0\">"
      + "<categories>\(categories.joined())</categories><symbols>\(symbols.joined())</symbols>"
      + "</renderer-v2></qgis>\n"
  }

  /// Points by the text of a field; hollow ones with a dashed rim where `isSolid` is not.
  public static func points(
    field: String, _ classes: [(value: String, words: String, fill: String, isSolid: Bool)]
  ) -> String {
    let categories = classes.enumerated().map { index, part in
      "<category render=\"true\" symbol=\"\(index)\" value=\"\(Html.escape(part.value))\" "
        + "label=\"\(Html.escape(part.words))\" type=\"string\"/>"
    }
    let symbols = classes.enumerated().map { index, part in
      marker(
        "\(index)", fill: part.isSolid ? rgb(part.fill) : "255,255,255,0", rim: rgb(part.fill),
        rimStyle: part.isSolid ? "solid" : "dash")
    }
    return head
      + "<renderer-v2 type=\"categorizedSymbol\" attr=\"\(Html.escape(field))\">"
      + "<categories>\(categories.joined())</categories><symbols>\(symbols.joined())</symbols>"
      + "</renderer-v2></qgis>\n"
  }

  /// Points by the number of a field, in steps.
  ///
  /// - Parameter steps: lower and upper end, words and colour, ascending.
  public static func points(
    number field: String, _ steps: [(low: Double, high: Double, words: String, fill: String)]
  ) -> String {
    let ranges = steps.enumerated().map { index, step in
      "<range render=\"true\" symbol=\"\(index)\" lower=\"\(step.low)\" upper=\"\(step.high)\" "
        + "label=\"\(Html.escape(step.words))\"/>"
    }
    let symbols = steps.enumerated().map { index, step in
      marker("\(index)", fill: rgb(step.fill), rim: "28,34,39,255", rimStyle: "solid")
    }
    return head
      + "<renderer-v2 type=\"graduatedSymbol\" attr=\"\(Html.escape(field))\" graduatedMethod=\"GraduatedColor\">"
      + "<ranges>\(ranges.joined())</ranges><symbols>\(symbols.joined())</symbols>"
      + "</renderer-v2></qgis>\n"
  }

  /// Areas by their rim alone.
  public static func outline(_ colour: String) -> String {
    head + "<renderer-v2 type=\"singleSymbol\"><symbols><symbol type=\"fill\" name=\"0\">"
      + "<layer class=\"SimpleFill\" enabled=\"1\"><prop k=\"style\" v=\"no\"/>"
      + "<prop k=\"outline_color\" v=\"\(rgb(colour))\"/><prop k=\"outline_style\" v=\"solid\"/>"
      + "<prop k=\"outline_width\" v=\"0.3\"/><prop k=\"outline_width_unit\" v=\"MM\"/>"
      + "</layer></symbol></symbols></renderer-v2></qgis>\n"
  }

  private static func marker(
    _ name: String, fill: String, rim: String, rimStyle: String
  ) -> String {
    "<symbol type=\"marker\" name=\"\(name)\"><layer class=\"SimpleMarker\" enabled=\"1\">"
      + "<prop k=\"name\" v=\"circle\"/><prop k=\"color\" v=\"\(fill)\"/>"
      + "<prop k=\"outline_color\" v=\"\(rim)\"/><prop k=\"outline_style\" v=\"\(rimStyle)\"/>"
      + "<prop k=\"outline_width\" v=\"0.3\"/><prop k=\"outline_width_unit\" v=\"MM\"/>"
      + "<prop k=\"size\" v=\"3\"/><prop k=\"size_unit\" v=\"MM\"/></layer></symbol>"
  }

  /// Colours by the value of a raster's first band, in steps.
  ///
  /// - Parameter steps: upper bound, words and colour, ascending; the last one has no bound.
  public static func steps(_ steps: [(upTo: Double, words: String, fill: String)]) -> String {
    let items = steps.map {
      "<item value=\"\($0.upTo.isFinite ? "\($0.upTo)" : "inf")\" label=\"\(Html.escape($0.words))\" "
        + "color=\"\($0.fill)\" alpha=\"255\"/>"
    }
    return head + "<pipe><rasterrenderer type=\"singlebandpseudocolor\" band=\"1\" opacity=\"0.8\" "
      + "alphaBand=\"-1\" nodataColor=\"\"><rastershader><colorrampshader "
      + "colorRampType=\"DISCRETE\" classificationMode=\"1\" clip=\"0\">\(items.joined())"
      + "</colorrampshader></rastershader></rasterrenderer></pipe></qgis>\n"
  }

  private static let head =
    "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n<qgis version=\"3.22.0\" styleCategories=\"Symbology\">"

  private static func rgb(_ colour: String) -> String {
    let value = Int(colour.dropFirst(), radix: 16) ?? 0
    return "\(value >> 16),\(value >> 8 & 255),\(value & 255),255"
  }
}

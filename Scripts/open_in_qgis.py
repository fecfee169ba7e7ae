"""Opens what `vedette map` wrote in QGIS without a screen, and fails where a layer or its style is missing."""
import os
import sys

os.environ["QT_QPA_PLATFORM"] = "offscreen"
from qgis.core import QgsApplication, QgsRasterLayer, QgsVectorLayer

folder = sys.argv[1]
QgsApplication.setPrefixPath("/usr", True)
application = QgsApplication([], False)
application.initQgis()
failed = 0


def check(what, holds):
    global failed
    print(("opens: " if holds else "FAILS: ") + what)
    failed += not holds


for name in sorted(os.listdir(folder)):
    path = os.path.join(folder, name)
    if name.endswith(".gpkg"):
        layers = (
            ["before", "after", "change"] if name.startswith("warning")
            else ["engaged"] if name.startswith("engaged")
            else ["covered", "holes"] if "300m" in name else ["coverage"]
        )
        for layer in layers:
            vector = QgsVectorLayer(f"{path}|layername={layer}", layer, "ogr")
            styled = vector.isValid() and vector.renderer().type() == "categorizedSymbol"
            check(f"{name} {layer}, {vector.featureCount()} features, its own style",
                  styled and vector.featureCount() > 0 and vector.crs().isValid())
    if name.endswith(".tif"):
        raster = QgsRasterLayer(path, name)
        styled = raster.isValid() and raster.renderer().type() == "singlebandpseudocolor"
        check(f"{name}, {raster.width()} × {raster.height()}, its own style",
              styled and raster.crs().isValid())
# its own clean-up crashes where Python's comes first
sys.stdout.flush()
os._exit(1 if failed else 0)

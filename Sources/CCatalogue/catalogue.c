#include "CCatalogue.h"

static const unsigned char defences[] = {
#embed "../../Catalogue/defences.yaml"
};
static const unsigned char forces[] = {
#embed "../../Catalogue/forces.yaml"
};
static const unsigned char sensors[] = {
#embed "../../Catalogue/sensors.yaml"
};
static const unsigned char sources[] = {
#embed "../../Catalogue/sources.csv"
};
static const unsigned char threats[] = {
#embed "../../Catalogue/threats.yaml"
};

static const CatalogueFile files[] = {
    {"defences.yaml", defences, sizeof defences},
    {"forces.yaml", forces, sizeof forces},
    {"sensors.yaml", sensors, sizeof sensors},
    {"sources.csv", sources, sizeof sources},
    {"threats.yaml", threats, sizeof threats},
};

CatalogueFile catalogue_file(size_t index) { return files[index]; }

size_t catalogue_file_count(void) { return sizeof files / sizeof files[0]; }

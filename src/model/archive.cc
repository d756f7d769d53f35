#include "model/archive.h"

package vn.vigil.extract;

import vn.vigil.people.Actor;
import vn.vigil.seal.SigningKey;

/** How a person opens their own signing key when it is needed, and not before. */
interface KeyOpening {
    SigningKey open(Actor actor);
}

"""What is wrong with a package; each fault carries data, its sentence is in the catalogues."""

from __future__ import annotations

from facilitator.domain.refusals import Explained


class PackageFault(Explained):
    """The package `file` cannot be used, and the workshop is as it was."""


class NotAPackage(PackageFault):
    pass


class PackageMissing(PackageFault):
    pass


class PackageDamaged(PackageFault):
    """It is cut short, or not what was signed, or does not hold what a package holds."""


class PackageTooLarge(PackageFault):
    """It holds more than any workshop does: it was made to fill a memory or a disk."""


class PackageNewer(PackageFault):
    """A later version of Facilitator made it."""


class PackageClosed(PackageFault):
    """It is encrypted, and not for this laptop."""


class PackageOfAnother(PackageFault):
    """It is of another workshop."""


class LaptopUnknown(PackageFault):
    """It was signed by a laptop, `name`, that nobody of this workshop let in."""


class NotVouched(PackageFault):
    """It brings acts of the laptop `name` that that one did not sign."""


class PackageIncomplete(PackageFault):
    """A new file cannot be made of it: it does not hold the workshop's beginning."""


class NoSecretariat(PackageFault):
    """No laptop's key is known to encrypt for."""

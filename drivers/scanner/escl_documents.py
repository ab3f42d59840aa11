"""The XML documents of eSCL, as far as a sheet-fed duplex scanner needs them."""

from __future__ import annotations

import re

_NAMES = 'xmlns:scan="http://schemas.hp.com/imaging/escl/2011/05/03" xmlns:pwg="http://www.pwg.org/schemas/2010/12/sm"'
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'

_INPUT = """
      <scan:MinWidth>300</scan:MinWidth><scan:MaxWidth>2550</scan:MaxWidth>
      <scan:MinHeight>300</scan:MinHeight><scan:MaxHeight>4200</scan:MaxHeight>
      <scan:MaxScanRegions>1</scan:MaxScanRegions>
      <scan:SettingProfiles><scan:SettingProfile>
        <scan:ColorModes><scan:ColorMode>RGB24</scan:ColorMode><scan:ColorMode>Grayscale8</scan:ColorMode></scan:ColorModes>
        <scan:DocumentFormats><pwg:DocumentFormat>image/jpeg</pwg:DocumentFormat>
          <scan:DocumentFormatExt>image/jpeg</scan:DocumentFormatExt></scan:DocumentFormats>
        <scan:SupportedResolutions><scan:DiscreteResolutions>
          <scan:DiscreteResolution><scan:XResolution>150</scan:XResolution><scan:YResolution>150</scan:YResolution></scan:DiscreteResolution>
          <scan:DiscreteResolution><scan:XResolution>200</scan:XResolution><scan:YResolution>200</scan:YResolution></scan:DiscreteResolution>
          <scan:DiscreteResolution><scan:XResolution>300</scan:XResolution><scan:YResolution>300</scan:YResolution></scan:DiscreteResolution>
        </scan:DiscreteResolutions></scan:SupportedResolutions>
      </scan:SettingProfile></scan:SettingProfiles>"""

_CAPABILITIES = f"""{_HEAD}<scan:ScannerCapabilities {_NAMES}>
  <pwg:Version>2.63</pwg:Version>
  <pwg:MakeAndModel>APS simulator</pwg:MakeAndModel>
  <scan:UUID>6d1d9a40-2b53-4c2b-9c68-0f5f4d1c7a01</scan:UUID>
  <scan:Adf>
    <scan:AdfSimplexInputCaps>{_INPUT}</scan:AdfSimplexInputCaps>
    {{duplex}}
    <scan:FeederCapacity>50</scan:FeederCapacity>
    <scan:AdfOptions><scan:AdfOption>DetectPaperLoaded</scan:AdfOption></scan:AdfOptions>
  </scan:Adf>
</scan:ScannerCapabilities>
"""


def capabilities(*, duplex: bool) -> str:
    """Return the ScannerCapabilities document of a feeder that reads both sides or one."""
    both = f"<scan:AdfDuplexInputCaps>{_INPUT}</scan:AdfDuplexInputCaps>" if duplex else ""
    return _CAPABILITIES.format(duplex=both)


def status(*, job: int | None, running: bool, images: int, adf_state: str) -> str:
    """Return the ScannerStatus document; ``job`` is the number of the newest one, with the images it has made."""
    state = "Processing" if running else "Idle"
    jobs = "" if job is None else _JOBS.format(job=job, state=state.replace("Idle", "Completed"), images=images)
    return f"""{_HEAD}<scan:ScannerStatus {_NAMES}>
  <pwg:Version>2.63</pwg:Version><pwg:State>{state}</pwg:State><scan:AdfState>{adf_state}</scan:AdfState>{jobs}
</scan:ScannerStatus>
"""


_JOBS = """
  <scan:Jobs><scan:JobInfo><pwg:JobUri>/eSCL/ScanJobs/{job}</pwg:JobUri><pwg:JobUuid>{job}</pwg:JobUuid>
    <scan:Age>0</scan:Age><pwg:ImagesCompleted>{images}</pwg:ImagesCompleted>
    <pwg:JobState>{state}</pwg:JobState></scan:JobInfo></scan:Jobs>"""


def value_of(document: str, name: str) -> str | None:
    """Return the text of the first element of that local name."""
    match = re.search(rf"<(?:\w+:)?{name}>\s*([^<]*?)\s*<", document)
    return match[1] if match else None

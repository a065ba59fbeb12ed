"""What lectures that are made for tests speak of: a title, the lines of its slide, and what is said to it."""

from __future__ import annotations

from typing import NamedTuple


class Topic(NamedTuple):
    """One slide."""

    title: str
    lines: tuple[str, ...]
    said: str


TOPICS = (
    Topic("The Heart", ("It has four chambers", "It beats 100,000 times a day", "Valves keep blood flowing one way"),
          "The heart is a muscle that pumps blood through the body."),
    Topic("Arteries", ("Walls are thick and elastic", "Blood pressure is high", "The aorta is the largest"),
          "An artery is a vessel that carries blood away from the heart."),
    Topic("Veins", ("Walls are thin", "Valves stop blood from flowing back"),
          "A vein is a vessel that carries blood back to the heart."),
    Topic("Capillaries", ("One cell thick", "Oxygen passes into the tissue", "Waste passes into the blood"),
          "A capillary is the smallest vessel, in which blood gives oxygen to the tissue."),
    Topic("Red Blood Cells", ("They have no nucleus", "They live about 120 days", "Marrow makes them"),
          "Red blood cells carry oxygen with the help of a protein called haemoglobin."),
    Topic("Platelets", ("They stick to damaged walls", "They start clotting"),
          "Platelets are fragments of cells that close wounds."),
    Topic("The Lungs", ("Air enters through the trachea", "Alveoli exchange gases", "The right lung has three lobes"),
          "The lungs are organs that take oxygen out of the air."),
    Topic("The Kidneys", ("They filter 180 litres a day", "Nephrons do the work", "Urine leaves by the ureter"),
          "The kidneys are organs that remove waste from the blood."),
    Topic("The Liver", ("It makes bile", "It stores glycogen", "It breaks down alcohol"),
          "The liver is the largest gland of the body and stores sugar as glycogen."),
    Topic("Hormones", ("Glands release them", "Blood carries them", "Insulin lowers blood sugar"),
          "A hormone is a messenger that a gland releases into the blood."),
    Topic("Neurons", ("Dendrites receive signals", "The axon carries them on", "Myelin makes them faster"),
          "A neuron is a cell that carries electrical signals."),
    Topic("Synapses", ("A gap of 20 nanometres", "Transmitters cross it"),
          "A synapse is the place where one neuron passes a signal to another."),
    Topic("The Skin", ("Epidermis, dermis, fat", "Sweat cools the body", "Melanin shields from light"),
          "The skin is the largest organ and keeps water in the body."),
    Topic("Bones", ("An adult has 206", "Marrow lies inside", "Calcium makes them hard"),
          "A bone is living tissue that supports the body and makes blood cells."),
    Topic("Muscles", ("Actin slides along myosin", "ATP gives the energy"),
          "A muscle is a tissue that shortens when a nerve tells it to."),
    Topic("Digestion", ("It begins in the mouth", "Acid works in the stomach", "The gut takes up nutrients"),
          "Digestion is the breaking down of food into parts that the gut can take up."),
)  # fmt: skip
